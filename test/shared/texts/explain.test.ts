import { expect } from 'chai';
import { type Names, type Turn, turnOf } from '../../../shared/domain/explanation.ts';
import { type Standing, standings } from '../../../shared/domain/standing.ts';
import { explain } from '../../../shared/texts/explain.ts';

const names: Names = { learner: 'Ana', assessor: 'Tessa', trainee: 'Tim' };
const withheld: Names = { learner: 'Learner 7F3A', assessor: null, trainee: null };

/** Whose turn it is and which names the answer must say, to the learner and to staff. */
const expected: Readonly<Record<Standing, { turn: Turn; learner: string[]; staff: string[] }>> = {
  confirmed: { turn: 'nobody', learner: [], staff: [] },
  reopened: { turn: 'assessor', learner: ['Tessa'], staff: ['Tessa'] },
  awaitingCountersign: { turn: 'assessor', learner: ['Tim', 'Tessa'], staff: ['Tim', 'Tessa'] },
  awaitingAssessor: { turn: 'assessor', learner: ['Tessa'], staff: ['Ana', 'Tessa'] },
  notAgreed: { turn: 'learner', learner: [], staff: ['Ana'] },
  draft: { turn: 'learner', learner: [], staff: ['Ana'] },
  untouched: { turn: 'learner', learner: [], staff: ['Ana'] },
};

/** The standings that wait for an assessor, and so must say that the criterion does not count yet. */
const waiting: readonly Standing[] = ['awaitingCountersign', 'awaitingAssessor'];

describe('why a criterion is not showing (R7)', () => {
  for (const standing of standings) {
    const { turn, learner, staff } = expected[standing];

    it(`${standing}: the turn is ${turn === 'nobody' ? "nobody's" : `the ${turn}'s`}`, () => {
      expect(turnOf[standing]).to.equal(turn);
    });

    for (const role of ['learner', 'staff'] as const) {
      const said = role === 'learner' ? learner : staff;
      it(`${standing}: tells the ${role} in a sentence${said.length > 0 ? ` that names ${said.join(' and ')}` : ''}`, () => {
        const text = explain(standing, role, names);
        expect(text).to.match(/^[A-Z].*\.$/);
        for (const name of said) expect(text).to.include(name);
      });

      it(`${standing}: tells the ${role} in a sentence when names are withheld`, () => {
        const text = explain(standing, role, withheld);
        expect(text).to.match(/^[A-Z].*\.$/);
        expect(text).not.to.match(/null|undefined|Ana|Tessa|Tim/);
        if (said.includes('Tessa')) expect(text).to.match(/assessor/i);
        if (said.includes('Ana')) expect(text).to.include('Learner 7F3A');
      });
    }
  }

  it('tells a learner by "you", never by their own name', () => {
    for (const standing of standings) expect(explain(standing, 'learner', names)).not.to.include('Ana');
  });

  it('tells a learner who has to act before a tick counts', () => {
    for (const standing of waiting) {
      expect(explain(standing, 'learner', names)).to.match(/It counts once Tessa (confirms it|countersigns)\.$/);
    }
  });

  it('gives each standing words of its own', () => {
    for (const role of ['learner', 'staff'] as const) {
      expect(new Set(standings.map((standing) => explain(standing, role, withheld))).size).to.equal(standings.length);
    }
  });

  describe('where several evidence items are needed', () => {
    const rows: ReadonlyArray<readonly [Standing, number, string]> = [
      ['untouched', 0, 'Not ticked on any evidence yet. It needs 2 evidence items; none confirmed so far.'],
      ['untouched', 1, 'Confirmed on 1 of the 2 evidence items it needs. Tick it on another.'],
      [
        'awaitingAssessor',
        1,
        'You ticked this. It counts once Tessa confirms it. It needs 2 evidence items; 1 confirmed so far.',
      ],
      ['confirmed', 2, 'Confirmed. It counts.'],
    ];
    for (const [standing, confirmations, text] of rows) {
      it(`${standing} with ${confirmations} of 2 confirmed: says how far it is`, () => {
        expect(explain(standing, 'learner', names, { confirmations, needed: 2 })).to.equal(text);
      });
    }

    it('tells staff whose turn it is', () => {
      expect(explain('untouched', 'staff', names, { confirmations: 1, needed: 2 })).to.equal(
        'Confirmed on 1 of the 2 evidence items it needs. Ana offers another.',
      );
    });
  });
});
