import { expect } from 'chai';
import { type Column, columns, type EvidenceStatus, evidenceStatuses } from '../../../shared/domain/evidence.ts';
import { type Role, roles } from '../../../shared/domain/roles.ts';
import {
  mayChangeTicks,
  mayTick,
  mustBeUnderReview,
  tickDifference,
  withTicks,
} from '../../../shared/domain/ticking.ts';
import { anEvidence, aReopening, aTick, at, criteria, criterion, ticks } from '../../builders/domain/evidence.ts';
import { anActor, learnerId, personIn } from '../../builders/domain/people.ts';
import { expectOutcome, type Outcome } from './codes.ts';

type ByStatus = Readonly<Record<EvidenceStatus, Outcome>>;
const everywhere = (outcome: Outcome): ByStatus => ({
  draft: outcome,
  submitted: outcome,
  returned: outcome,
  assessed: outcome,
  withdrawn: outcome,
});

const ownerTicks: ByStatus = {
  draft: 'ok',
  submitted: 'ok',
  returned: 'ok',
  assessed: 'evidenceLocked',
  withdrawn: 'evidenceLocked',
};
const staffDecides: ByStatus = {
  draft: 'evidenceNotSubmitted',
  submitted: 'ok',
  returned: 'evidenceNotSubmitted',
  assessed: 'evidenceLocked',
  withdrawn: 'evidenceNotSubmitted',
};

/** R1 and R2 as a table: whose evidence it is, who acts, in which status. */
const expected: Readonly<Record<Role, { own: ByStatus; others: ByStatus }>> = {
  learner: { own: ownerTicks, others: everywhere('notYourEvidence') },
  traineeAssessor: { own: everywhere('ownEvidence'), others: staffDecides },
  assessor: { own: everywhere('ownEvidence'), others: staffDecides },
  iqa: { own: everywhere('roleNotAllowed'), others: everywhere('roleNotAllowed') },
  manager: { own: everywhere('roleNotAllowed'), others: everywhere('roleNotAllowed') },
  eqa: { own: everywhere('roleNotAllowed'), others: everywhere('roleNotAllowed') },
};

/** The only column of a role. */
const columnFor: Readonly<Partial<Record<Role, Column>>> = {
  learner: 'learner',
  traineeAssessor: 'trainee',
  assessor: 'assessor',
};

const known = new Set(criteria('1.1', '1.2', '1.3'));
const change = (column: Column, tick: readonly string[] = [], untick: readonly string[] = []) => ({
  column,
  tick: criteria(...tick),
  untick: criteria(...untick),
});

describe('ticking', () => {
  for (const role of roles) {
    for (const status of evidenceStatuses) {
      for (const whose of ['own', 'others'] as const) {
        const outcome = expected[role][whose][status];
        const learner = whose === 'own' ? personIn[role] : role === 'learner' ? personIn.iqa : learnerId;
        const item = anEvidence({ status, learnerId: learner });
        const evidence = whose === 'own' ? 'evidence of their own' : "another person's evidence";

        it(`R1, R2: as ${role} on ${status} ${evidence}: ${outcome}`, () => {
          expectOutcome(mayTick(item, anActor(role)), outcome);
        });

        for (const column of columns) {
          const inColumn: Outcome = outcome === 'ok' && column !== columnFor[role] ? 'notYourColumn' : outcome;
          it(`R1, R2: as ${role} in the ${column} column of ${status} ${evidence}: ${inColumn}`, () => {
            expectOutcome(mayChangeTicks(item, anActor(role), change(column, ['1.1'], ['1.2']), known), inColumn);
          });
        }
      }
    }
  }

  describe('under review', () => {
    const rows: ReadonlyArray<readonly [EvidenceStatus, Outcome]> = [
      ['draft', 'evidenceNotSubmitted'],
      ['submitted', 'ok'],
      ['returned', 'evidenceNotSubmitted'],
      ['assessed', 'evidenceLocked'],
      ['withdrawn', 'evidenceNotSubmitted'],
    ];
    for (const [status, outcome] of rows) {
      it(`is for ${status} evidence: ${outcome}`, () => expectOutcome(mustBeUnderReview({ status }), outcome));
    }
  });

  describe('R3: the confirmed set may differ from the ticked', () => {
    const item = anEvidence({ ticks: ticks({ learner: ['1.1', '1.2'], trainee: ['1.2'] }) });
    const assessor = anActor('assessor');

    it('an assessor may confirm a criterion that nobody ticked', () => {
      const wish = change('assessor', ['1.3']);
      expectOutcome(mayChangeTicks(item, assessor, wish, known), 'ok');
      expect(tickDifference(item, assessor, wish, at(11)).added).to.deep.equal([
        aTick('1.3', assessor.personId, at(11)),
      ]);
    });

    it('an assessor may confirm one ticked criterion and leave the others', () => {
      const { added } = tickDifference(item, assessor, change('assessor', ['1.1']), at(11));
      const after = withTicks(item, 'assessor', added, []);
      expect(after.ticks.assessor.map((tick) => tick.criterionId)).to.deep.equal(criteria('1.1'));
      expect(after.ticks.learner).to.deep.equal(item.ticks.learner);
      expect(after.ticks.trainee).to.deep.equal(item.ticks.trainee);
    });

    it('a trainee assessor may tick what the learner did not', () => {
      expectOutcome(mayChangeTicks(item, anActor('traineeAssessor'), change('trainee', ['1.3']), known), 'ok');
    });
  });

  describe('criteria outside the chosen units', () => {
    it('cannot be ticked', () => {
      expectOutcome(
        mayChangeTicks(anEvidence(), anActor('assessor'), change('assessor', ['1.1', '9.9']), known),
        'unknownCriterion',
      );
    });

    it('cannot be unticked', () => {
      expectOutcome(
        mayChangeTicks(anEvidence(), anActor('learner'), change('learner', [], ['9.9']), known),
        'unknownCriterion',
      );
    });
  });

  describe('R9: after a review', () => {
    const item = anEvidence({
      status: 'assessed',
      ticks: ticks({ learner: ['1.1', '1.2'], assessor: ['1.1', '1.2'] }),
      reopenings: [aReopening('1.1')],
    });
    const rows: ReadonlyArray<readonly [string, Role, Column, readonly string[], readonly string[], Outcome]> = [
      ['an assessor may confirm again what was reopened', 'assessor', 'assessor', ['1.1'], [], 'ok'],
      ['an assessor may untick what was reopened', 'assessor', 'assessor', [], ['1.1'], 'ok'],
      ['an assessor may not touch what was not reopened', 'assessor', 'assessor', ['1.1'], ['1.2'], 'evidenceLocked'],
      ['an assessor may not confirm more', 'assessor', 'assessor', ['1.3'], [], 'evidenceLocked'],
      ['a trainee assessor may change nothing', 'traineeAssessor', 'trainee', ['1.1'], [], 'evidenceLocked'],
      ['the learner may change nothing', 'learner', 'learner', [], ['1.1'], 'evidenceLocked'],
    ];
    for (const [sentence, role, column, tick, untick, outcome] of rows) {
      it(`${sentence}: ${outcome}`, () => {
        expectOutcome(mayChangeTicks(item, anActor(role), change(column, tick, untick), known), outcome);
      });
    }

    it('confirming again replaces the old tick and lifts the reopening of that criterion only', () => {
      const twice = { ...item, reopenings: [aReopening('1.1'), aReopening('1.2')] };
      const assessor = anActor('assessor');
      const { added, removed } = tickDifference(twice, assessor, change('assessor', ['1.1']), at(40));
      expect(added).to.deep.equal([aTick('1.1', assessor.personId, at(40))]);
      expect(removed).to.deep.equal([aTick('1.1', personIn.assessor, at(0))]);
      const after = withTicks(twice, 'assessor', added, removed);
      expect(after.ticks.assessor).to.deep.equal([aTick('1.2', personIn.assessor), ...added]);
      expect(after.reopenings).to.deep.equal([aReopening('1.2')]);
    });

    it('unticking leaves the reopening for an assessor to answer', () => {
      const { added, removed } = tickDifference(item, anActor('assessor'), change('assessor', [], ['1.1']), at(40));
      expect(added).to.be.empty;
      const after = withTicks(item, 'assessor', added, removed);
      expect(after.ticks.assessor).to.deep.equal([aTick('1.2', personIn.assessor)]);
      expect(after.reopenings).to.deep.equal([aReopening('1.1')]);
    });
  });

  describe('what a change does', () => {
    const learner = anActor('learner');
    const item = anEvidence({ ticks: ticks({ learner: ['1.1', '1.2'] }) });
    const rows: ReadonlyArray<readonly [string, string[], string[], string[], string[]]> = [
      ['ticks what was not ticked', ['1.3'], [], ['1.3'], []],
      ['does not tick again what is ticked', ['1.1'], [], [], []],
      ['ticks once what was asked for twice', ['1.3', '1.3'], [], ['1.3'], []],
      ['unticks what was ticked', [], ['1.1'], [], ['1.1']],
      ['does not untick what is not ticked', [], ['1.3'], [], []],
      ['leaves unticked what was asked for both ways', ['1.3'], ['1.3'], [], []],
      ['unticks what is ticked and asked for both ways', ['1.1'], ['1.1'], [], ['1.1']],
      ['does nothing when nothing is asked', [], [], [], []],
    ];
    for (const [sentence, tick, untick, added, removed] of rows) {
      it(sentence, () => {
        const difference = tickDifference(item, learner, change('learner', tick, untick), at(12));
        expect(difference.added).to.deep.equal(added.map((ref) => aTick(ref, learnerId, at(12))));
        expect(difference.removed).to.deep.equal(removed.map((ref) => aTick(ref, learnerId, at(0))));
      });
    }

    it('takes away and adds in its own column and changes nothing else', () => {
      const reopened = { ...item, reopenings: [aReopening('1.3')] };
      const after = withTicks(reopened, 'learner', [aTick('1.3', learnerId, at(12))], [aTick('1.1', learnerId)]);
      expect(after).to.deep.equal({
        ...reopened,
        ticks: { ...item.ticks, learner: [aTick('1.2', learnerId), aTick('1.3', learnerId, at(12))] },
      });
    });

    it('R5: ticking a whole outcome ticks each of its criteria that was not ticked', () => {
      const outcome = change('learner', ['1.1', '1.2', '1.3']);
      const { added } = tickDifference(item, learner, outcome, at(12));
      expect(added.map((tick) => tick.criterionId)).to.deep.equal([criterion('1.3')]);
    });
  });
});
