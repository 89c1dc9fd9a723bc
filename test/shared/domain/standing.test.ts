import { expect } from 'chai';
import fc from 'fast-check';
import type { Evidence, EvidenceStatus } from '../../../shared/domain/evidence.ts';
import { type EvidenceId, parseId } from '../../../shared/domain/ids.ts';
import {
  type CriterionStanding,
  type Standing,
  standings,
  standingsOf,
  untouched,
} from '../../../shared/domain/standing.ts';
import { anyCriteria, anyEvidence } from '../../builders/domain/arbitraries.ts';
import {
  aFeedback,
  anEvidence,
  aReopening,
  aTick,
  at,
  criteria,
  criterion,
  ticks,
} from '../../builders/domain/evidence.ts';
import { learnerId, personIn } from '../../builders/domain/people.ts';

const standingOfOne = (...items: readonly Evidence[]): CriterionStanding =>
  standingsOf(criteria('1.1'), items).get(criterion('1.1')) ?? untouched;

type Ticked = { learner?: boolean; trainee?: boolean; assessor?: boolean; reopened?: boolean };
const itemWith = (status: EvidenceStatus, ticked: Ticked): Evidence =>
  anEvidence({
    status,
    ticks: ticks({
      learner: ticked.learner ? ['1.1'] : [],
      trainee: ticked.trainee ? ['1.1'] : [],
      assessor: ticked.assessor ? ['1.1'] : [],
    }),
    reopenings: ticked.reopened ? [aReopening('1.1')] : [],
  });

describe('the standing of a criterion (R7)', () => {
  describe('on one item', () => {
    type ByStatus = Readonly<Record<EvidenceStatus, Standing>>;
    const row = (
      draft: Standing,
      submitted: Standing,
      returned: Standing,
      assessed: Standing,
      withdrawn: Standing,
    ): ByStatus => ({ draft, submitted, returned, assessed, withdrawn });
    const confirmed = row('confirmed', 'confirmed', 'confirmed', 'confirmed', 'untouched');
    const reopened = row('reopened', 'reopened', 'reopened', 'reopened', 'untouched');
    const byTrainee = row('draft', 'awaitingCountersign', 'draft', 'notAgreed', 'untouched');
    const table: ReadonlyArray<readonly [string, Ticked, ByStatus]> = [
      ['ticked by nobody', {}, row('untouched', 'untouched', 'untouched', 'untouched', 'untouched')],
      ['ticked by the learner', { learner: true }, row('draft', 'awaitingAssessor', 'draft', 'notAgreed', 'untouched')],
      ['ticked by the trainee assessor', { trainee: true }, byTrainee],
      ['ticked by learner and trainee assessor', { learner: true, trainee: true }, byTrainee],
      ['confirmed without any other tick', { assessor: true }, confirmed],
      ['ticked by the learner and confirmed', { learner: true, assessor: true }, confirmed],
      ['ticked by all three', { learner: true, trainee: true, assessor: true }, confirmed],
      ['confirmed and reopened', { assessor: true, reopened: true }, reopened],
      ['ticked by all three and reopened', { learner: true, trainee: true, assessor: true, reopened: true }, reopened],
    ];
    for (const [what, ticked, byStatus] of table) {
      for (const [status, standing] of Object.entries(byStatus) as Array<[EvidenceStatus, Standing]>) {
        it(`is ${standing} when ${what}, on ${status} evidence`, () => {
          expect(standingOfOne(itemWith(status, ticked)).standing).to.equal(standing);
        });
      }
    }
  });

  describe('on two items', () => {
    /** An item that gives criterion 1.1 each standing. */
    const giving: Readonly<Record<Standing, Evidence>> = {
      confirmed: itemWith('assessed', { assessor: true }),
      reopened: itemWith('assessed', { assessor: true, reopened: true }),
      awaitingCountersign: itemWith('submitted', { trainee: true }),
      awaitingAssessor: itemWith('submitted', { learner: true }),
      notAgreed: itemWith('assessed', { learner: true }),
      draft: itemWith('draft', { learner: true }),
      untouched: itemWith('submitted', {}),
    };
    const strongestFirst: readonly Standing[] = [
      'confirmed',
      'reopened',
      'awaitingCountersign',
      'awaitingAssessor',
      'notAgreed',
      'draft',
      'untouched',
    ];
    for (const [rank, strong] of strongestFirst.entries()) {
      for (const weak of strongestFirst.slice(rank)) {
        it(`is ${strong} when one gives ${strong} and the other ${weak}, in either order`, () => {
          expect(standingOfOne(giving[strong], giving[weak]).standing).to.equal(strong);
          expect(standingOfOne(giving[weak], giving[strong]).standing).to.equal(strong);
        });
      }
    }

    it('speaks of the item that waits longest, in either order', () => {
      const early = anEvidence({
        id: parseId<EvidenceId>('early'),
        ticks: ticks({ learner: ['1.1'] }),
        submittedAt: at(5),
      });
      const late = anEvidence({
        id: parseId<EvidenceId>('late'),
        ticks: ticks({ learner: ['1.1'] }),
        submittedAt: at(9),
      });
      expect(standingOfOne(early, late)).to.include({ evidenceId: 'early', since: at(5) });
      expect(standingOfOne(late, early)).to.include({ evidenceId: 'early', since: at(5) });
    });
  });

  describe('since when and by whom', () => {
    const trainee = personIn.traineeAssessor;
    const rows: ReadonlyArray<readonly [string, Evidence, Omit<CriterionStanding, 'evidenceId' | 'confirmations'>]> = [
      [
        'a confirmation: since the confirmation, by the assessor',
        anEvidence({
          ticks: {
            ...ticks({ learner: ['1.1'], trainee: ['1.1'] }),
            assessor: [aTick('1.1', personIn.assessor, at(15))],
          },
        }),
        { standing: 'confirmed', since: at(15), byId: personIn.assessor },
      ],
      [
        'a reopened confirmation: since the reopening, by the IQA',
        anEvidence({
          status: 'assessed',
          ticks: ticks({ assessor: ['1.1'] }),
          reopenings: [aReopening('1.1', at(40))],
        }),
        { standing: 'reopened', since: at(40), byId: personIn.iqa },
      ],
      [
        'a learner tick made before submitting: since the submission, by the learner',
        anEvidence({ ticks: ticks({ learner: ['1.1'] }, at(3)), submittedAt: at(10) }),
        { standing: 'awaitingAssessor', since: at(10), byId: learnerId },
      ],
      [
        'a learner tick made after submitting: since the tick, by the learner',
        anEvidence({ ticks: ticks({ learner: ['1.1'] }, at(12)), submittedAt: at(10) }),
        { standing: 'awaitingAssessor', since: at(12), byId: learnerId },
      ],
      [
        'a tick to countersign: since the trainee tick, by the trainee assessor',
        anEvidence({ ticks: { ...ticks({ learner: ['1.1'] }), trainee: [aTick('1.1', trainee, at(14))] } }),
        { standing: 'awaitingCountersign', since: at(14), byId: trainee },
      ],
      [
        'a tick not agreed: since the last feedback, by the learner',
        anEvidence({
          status: 'assessed',
          ticks: ticks({ learner: ['1.1'] }),
          feedback: [aFeedback('returned', at(20)), aFeedback('assessed', at(25))],
        }),
        { standing: 'notAgreed', since: at(25), byId: learnerId },
      ],
      [
        'a tick not agreed in a review without feedback: since a moment not known',
        anEvidence({ status: 'assessed', ticks: ticks({ learner: ['1.1'] }) }),
        { standing: 'notAgreed', since: null, byId: learnerId },
      ],
      [
        'a tick on a draft: since the tick, by the learner',
        anEvidence({ status: 'draft', ticks: ticks({ learner: ['1.1'] }, at(4)), submittedAt: null }),
        { standing: 'draft', since: at(4), byId: learnerId },
      ],
      [
        'a tick on returned evidence: since it was returned, by the learner',
        anEvidence({
          status: 'returned',
          ticks: ticks({ learner: ['1.1'] }, at(4)),
          feedback: [aFeedback('returned', at(20))],
        }),
        { standing: 'draft', since: at(20), byId: learnerId },
      ],
    ];
    for (const [sentence, item, standing] of rows) {
      it(`tells of ${sentence}`, () => {
        const confirmations = standing.standing === 'confirmed' ? 1 : 0;
        expect(standingOfOne(item)).to.deep.equal({ evidenceId: item.id, confirmations, ...standing });
      });
    }

    it('tells nothing of an untouched criterion', () => {
      expect(standingOfOne()).to.deep.equal(untouched);
    });

    it('speaks of a moment not known before any that is known', () => {
      const unknown = anEvidence({
        id: parseId<EvidenceId>('unknown'),
        status: 'assessed',
        ticks: ticks({ learner: ['1.1'] }),
      });
      const known = { ...unknown, id: parseId<EvidenceId>('known'), feedback: [aFeedback('assessed')] };
      expect(standingOfOne(known, unknown).evidenceId).to.equal('unknown');
      expect(standingOfOne(unknown, known).evidenceId).to.equal('unknown');
    });
  });

  describe('where several evidence items are needed', () => {
    const on = (id: string, ticked: Ticked, minute: number, status: EvidenceStatus = 'assessed'): Evidence => {
      const item = itemWith(status, ticked);
      const moved = item.ticks.assessor.map((tick) => ({ ...tick, at: at(minute) }));
      return { ...item, id: parseId<EvidenceId>(id), ticks: { ...item.ticks, assessor: moved } };
    };
    const yes = { assessor: true };
    const rows: ReadonlyArray<readonly [string, number, readonly Evidence[], Standing, number]> = [
      ['one confirmation of one', 1, [on('a', yes, 1)], 'confirmed', 1],
      ['one confirmation of two', 2, [on('a', yes, 1)], 'untouched', 1],
      ['two confirmations of two', 2, [on('a', yes, 1), on('b', yes, 2)], 'confirmed', 2],
      ['two confirmations of three', 3, [on('a', yes, 1), on('b', yes, 2)], 'untouched', 2],
      [
        'one confirmation of two and a learner tick that waits',
        2,
        [on('a', yes, 1), on('b', { learner: true }, 2, 'submitted')],
        'awaitingAssessor',
        1,
      ],
      [
        'one confirmation of two and a trainee tick that waits',
        2,
        [on('a', yes, 1), on('b', { trainee: true }, 2, 'submitted')],
        'awaitingCountersign',
        1,
      ],
      [
        'one confirmation of two and one not agreed',
        2,
        [on('a', yes, 1), on('b', { learner: true }, 2)],
        'notAgreed',
        1,
      ],
      ['one confirmation of two and a draft', 2, [on('a', yes, 1), on('b', { learner: true }, 2, 'draft')], 'draft', 1],
      [
        'two confirmations of two of which one is reopened',
        2,
        [on('a', yes, 1), on('b', { assessor: true, reopened: true }, 2)],
        'reopened',
        1,
      ],
      [
        'two confirmations of two of which one is on withdrawn evidence',
        2,
        [on('a', yes, 1), on('b', yes, 2, 'withdrawn')],
        'untouched',
        1,
      ],
      ['no evidence', 2, [], 'untouched', 0],
    ];
    for (const [what, needed, items, standing, confirmations] of rows) {
      it(`is ${standing} with ${what}`, () => {
        const found = standingsOf(criteria('1.1'), items, needed).get(criterion('1.1'));
        expect(found).to.include({ standing, confirmations });
      });
    }

    it('stands since the confirmation that made it enough, in either order', () => {
      const items = [on('c', yes, 9), on('a', yes, 1), on('b', yes, 5)];
      for (const list of [items, items.toReversed()]) {
        const found = standingsOf(criteria('1.1'), list, 2).get(criterion('1.1'));
        expect(found).to.include({ standing: 'confirmed', evidenceId: 'b', since: at(5) });
      }
    });

    it('never counts more when more is needed', () => {
      fc.assert(
        fc.property(fc.array(anyEvidence, { maxLength: 5 }), fc.integer({ min: 1, max: 5 }), (items, needed) => {
          const counted = (n: number) =>
            [...standingsOf(anyCriteria, items, n).values()].filter(({ standing }) => standing === 'confirmed').length;
          expect(counted(needed + 1)).to.be.at.most(counted(needed));
        }),
      );
    });
  });

  describe('of an enrolment', () => {
    it('is exactly one for each criterion asked about, in the order asked, and of no other', () => {
      fc.assert(
        fc.property(fc.array(anyEvidence, { maxLength: 5 }), fc.subarray(anyCriteria), (items, asked) => {
          const found = standingsOf(asked, items);
          expect([...found.keys()]).to.deep.equal(asked);
          for (const { standing } of found.values()) expect(standings).to.include(standing);
        }),
      );
    });

    it('does not depend on the order of the evidence', () => {
      fc.assert(
        fc.property(fc.array(anyEvidence, { maxLength: 5 }), (items) => {
          const kinds = (list: readonly Evidence[]) =>
            [...standingsOf(anyCriteria, list).values()].map(({ standing, since }) => [standing, since]);
          expect(kinds(items.toReversed())).to.deep.equal(kinds(items));
        }),
      );
    });

    it('has a place and a person for every standing but untouched', () => {
      fc.assert(
        fc.property(fc.array(anyEvidence, { maxLength: 5 }), (items) => {
          for (const found of standingsOf(anyCriteria, items).values()) {
            const touched = found.standing !== 'untouched';
            expect(found.evidenceId !== null).to.equal(touched);
            expect(found.byId !== null).to.equal(touched);
          }
        }),
      );
    });
  });
});
