import { expect } from 'chai';
import fc from 'fast-check';
import { type AcceptSource, acceptable, acceptance, mayAcceptAll } from '../../../shared/domain/accepting.ts';
import { columnOf, type EvidenceStatus, evidenceStatuses, tickedIn } from '../../../shared/domain/evidence.ts';
import { type Role, roles } from '../../../shared/domain/roles.ts';
import { withTicks } from '../../../shared/domain/ticking.ts';
import { anyChoice, anyEvidence } from '../../builders/domain/arbitraries.ts';
import { anEvidence, aReopening, aTick, at, criteria, ticks } from '../../builders/domain/evidence.ts';
import { anActor, personIn } from '../../builders/domain/people.ts';
import { expectOutcome, type Outcome } from './codes.ts';

type Row = Readonly<Record<EvidenceStatus, Outcome>>;
const everywhere = (outcome: Outcome): Row => ({
  draft: outcome,
  submitted: outcome,
  returned: outcome,
  assessed: outcome,
  withdrawn: outcome,
});
const decides: Row = {
  draft: 'evidenceNotSubmitted',
  submitted: 'ok',
  returned: 'evidenceNotSubmitted',
  assessed: 'evidenceLocked',
  withdrawn: 'evidenceNotSubmitted',
};
const nobody = { learner: everywhere('roleNotAllowed'), trainee: everywhere('roleNotAllowed') };
const learnersRow: Row = { ...everywhere('roleNotAllowed'), assessed: 'evidenceLocked', withdrawn: 'evidenceLocked' };

/** R2, R4: who may accept whose ticks. The learner is asked about their own evidence, the others about a learner's. */
const expected: Readonly<Record<Role, Readonly<Record<AcceptSource, Row>>>> = {
  learner: { learner: learnersRow, trainee: learnersRow },
  traineeAssessor: { learner: decides, trainee: { ...decides, submitted: 'notYourColumn' } },
  assessor: { learner: decides, trainee: decides },
  iqa: nobody,
  manager: nobody,
  eqa: nobody,
};

describe('accepting all ticks', () => {
  for (const role of roles) {
    for (const of of ['learner', 'trainee'] as const) {
      for (const status of evidenceStatuses) {
        const outcome = expected[role][of][status];
        it(`R4: as ${role}, the ${of} ticks of ${status} evidence: ${outcome}`, () => {
          expectOutcome(mayAcceptAll(anEvidence({ status }), anActor(role), of), outcome);
        });
      }
    }
  }

  for (const role of ['traineeAssessor', 'assessor'] as const) {
    it(`R2: as ${role}, nobody accepts ticks on evidence of which they are the learner`, () => {
      const own = anEvidence({ learnerId: personIn[role] });
      expectOutcome(mayAcceptAll(own, anActor(role), 'learner'), 'ownEvidence');
    });
  }

  it("a learner accepts nothing on another learner's evidence either", () => {
    const item = anEvidence({ learnerId: personIn.iqa });
    expectOutcome(mayAcceptAll(item, anActor('learner'), 'learner'), 'notYourEvidence');
  });

  it('R9: reopened criteria of an assessed item are confirmed one by one, never by accepting all', () => {
    const item = anEvidence({ status: 'assessed', reopenings: [aReopening('1.1')] });
    expectOutcome(mayAcceptAll(item, anActor('assessor'), 'learner'), 'evidenceLocked');
  });

  describe('what it would add', () => {
    const item = anEvidence({
      ticks: ticks({ learner: ['1.3', '1.1', '1.2'], trainee: ['1.2', '2.1'], assessor: ['1.1'] }),
    });
    const rows: ReadonlyArray<readonly [string, AcceptSource, 'trainee' | 'assessor', string[]]> = [
      ['learner ticks that no assessor confirmed, in the order they were made', 'learner', 'assessor', ['1.3', '1.2']],
      ['trainee ticks that no assessor confirmed', 'trainee', 'assessor', ['1.2', '2.1']],
      ['learner ticks that no trainee assessor ticked', 'learner', 'trainee', ['1.3', '1.1']],
    ];
    for (const [sentence, of, into, refs] of rows) {
      it(`is the ${sentence}`, () => {
        expect(acceptable(item, of, into)).to.deep.equal(criteria(...refs));
      });
    }

    it('is nothing when nobody ticked', () => {
      expect(acceptable(anEvidence(), 'learner', 'assessor')).to.be.empty;
    });
  });

  describe('R4: when the evidence changed since it was shown', () => {
    type Case = {
      sentence: string;
      role?: Role;
      of?: AcceptSource;
      now: Parameters<typeof ticks>[0];
      shown: string[];
      added?: string[];
      noLongerTicked?: string[];
      notShown?: string[];
      alreadyDecided?: string[];
    };
    const cases: Case[] = [
      {
        sentence: 'accepts everything that was shown and is still ticked',
        now: { learner: ['1.1', '1.2'] },
        shown: ['1.1', '1.2'],
        added: ['1.1', '1.2'],
      },
      {
        sentence: 'does not accept what was ticked since, and names it',
        now: { learner: ['1.1', '1.2'] },
        shown: ['1.1'],
        added: ['1.1'],
        notShown: ['1.2'],
      },
      {
        sentence: 'does not accept what was unticked since, and names it',
        now: { learner: ['1.1'] },
        shown: ['1.1', '1.2'],
        added: ['1.1'],
        noLongerTicked: ['1.2'],
      },
      {
        sentence: 'does not confirm again what another assessor confirmed since, and names it',
        now: { learner: ['1.1', '1.2'], assessor: ['1.2'] },
        shown: ['1.1', '1.2'],
        added: ['1.1'],
        alreadyDecided: ['1.2'],
      },
      {
        sentence: 'counts as decided, not as unticked, what was confirmed and then unticked by the learner',
        now: { learner: [], assessor: ['1.1'] },
        shown: ['1.1'],
        alreadyDecided: ['1.1'],
      },
      {
        sentence: 'says nothing of criteria that were confirmed before and not shown',
        now: { learner: ['1.1', '1.2'], assessor: ['1.2'] },
        shown: ['1.1'],
        added: ['1.1'],
      },
      {
        sentence: 'accepts nothing when nothing was shown',
        now: { learner: ['1.1', '1.2'] },
        shown: [],
        notShown: ['1.1', '1.2'],
      },
      {
        sentence: 'names a criterion once that was shown twice',
        now: { learner: ['1.1'] },
        shown: ['1.1', '1.1', '1.2', '1.2'],
        added: ['1.1'],
        noLongerTicked: ['1.2'],
      },
      {
        sentence: 'accepts trainee ticks without taking learner ticks along',
        of: 'trainee',
        now: { learner: ['1.1', '1.2'], trainee: ['1.2'] },
        shown: ['1.1', '1.2'],
        added: ['1.2'],
        noLongerTicked: ['1.1'],
      },
      {
        sentence: 'fills the trainee column for a trainee assessor, whatever the assessor confirmed',
        role: 'traineeAssessor',
        now: { learner: ['1.1', '1.2', '1.3'], trainee: ['1.2'], assessor: ['1.1'] },
        shown: ['1.1', '1.2'],
        added: ['1.1'],
        alreadyDecided: ['1.2'],
        notShown: ['1.3'],
      },
      {
        sentence: 'adds nothing for a role without a column',
        role: 'iqa',
        now: { learner: ['1.1'] },
        shown: ['1.1'],
      },
    ];
    for (const given of cases) {
      it(given.sentence, () => {
        const actor = anActor(given.role ?? 'assessor');
        const item = anEvidence({ ticks: ticks(given.now) });
        const shown = criteria(...given.shown);
        expect(acceptance(item, actor, given.of ?? 'learner', shown, at(12))).to.deep.equal({
          added: (given.added ?? []).map((ref) => aTick(ref, actor.personId, at(12))),
          noLongerTicked: criteria(...(given.noLongerTicked ?? [])),
          notShown: criteria(...(given.notShown ?? [])),
          alreadyDecided: criteria(...(given.alreadyDecided ?? [])),
        });
      });
    }
  });

  describe('R4: whatever the evidence', () => {
    const anyRole = fc.constantFrom<Role>('traineeAssessor', 'assessor');
    const anySource = fc.constantFrom<AcceptSource>('learner', 'trainee');

    it('only criteria that were shown and are ticked are added', () => {
      fc.assert(
        fc.property(anyEvidence, anyChoice, anyRole, anySource, (item, shown, role, of) => {
          const added = acceptance(item, anActor(role), of, shown, at(12)).added.map((tick) => tick.criterionId);
          expect(shown).to.include.members(added);
          expect([...tickedIn(item, of)]).to.include.members(added);
          expect(new Set(added).size).to.equal(added.length);
        }),
      );
    });

    it('no tick is ever removed', () => {
      fc.assert(
        fc.property(anyEvidence, anyChoice, anyRole, anySource, (item, shown, role, of) => {
          const column = columnOf(role) ?? 'learner';
          const { added } = acceptance(item, anActor(role), of, shown, at(12));
          const after = withTicks(item, column, added, []);
          expect(after.ticks[column]).to.deep.equal([...item.ticks[column], ...added]);
          expect({ ...after.ticks, [column]: [] }).to.deep.equal({ ...item.ticks, [column]: [] });
        }),
      );
    });

    it('every criterion shown is accepted, decided already or no longer ticked, and only one of these', () => {
      fc.assert(
        fc.property(anyEvidence, anyChoice, anySource, (item, shown, of) => {
          const answer = acceptance(item, anActor('assessor'), of, shown, at(12));
          const accepted = answer.added.map((tick) => tick.criterionId);
          expect([...accepted, ...answer.alreadyDecided, ...answer.noLongerTicked]).to.have.members(shown);
        }),
      );
    });
  });
});
