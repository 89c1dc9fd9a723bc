import { expect } from 'chai';
import fc from 'fast-check';
import type { Evidence } from '../../../shared/domain/evidence.ts';
import { type EvidenceId, parseId } from '../../../shared/domain/ids.ts';
import { noProgress, type Progress, progressOf } from '../../../shared/domain/progress.ts';
import { standings } from '../../../shared/domain/standing.ts';
import { anyChoice, anyCriteria, anyEvidence } from '../../builders/domain/arbitraries.ts';
import { aFeedback, anEvidence, aReopening, at, criteria, ticks } from '../../builders/domain/evidence.ts';
import { personIn } from '../../builders/domain/people.ts';

const all = criteria('1.1', '1.2', '1.3', '2.1');
const chosen = new Set(criteria('1.1', '1.2', '1.3'));
const of = (...items: readonly Evidence[]): Progress => progressOf(all, chosen, items);
const named = (id: string): EvidenceId => parseId<EvidenceId>(id);

describe('progress (R6)', () => {
  const rows: ReadonlyArray<readonly [string, readonly Evidence[], number, string]> = [
    ['nothing without evidence', [], 0, '...-'],
    ['no learner ticks', [anEvidence({ ticks: ticks({ learner: ['1.1'] }) })], 0, 'a..-'],
    ['no trainee ticks', [anEvidence({ ticks: ticks({ trainee: ['1.1'] }) })], 0, 't..-'],
    ['confirmations', [anEvidence({ ticks: ticks({ assessor: ['1.1', '1.2'] }) })], 2, 'cc.-'],
    [
      'a criterion once that two items confirm',
      [
        anEvidence({ ticks: ticks({ assessor: ['1.1'] }) }),
        anEvidence({ id: named('evidence-2'), ticks: ticks({ assessor: ['1.1'] }) }),
      ],
      1,
      'c..-',
    ],
    [
      'confirmations of returned evidence',
      [anEvidence({ status: 'returned', ticks: ticks({ assessor: ['1.1'] }) })],
      1,
      'c..-',
    ],
    [
      'no confirmation that an IQA reopened',
      [anEvidence({ status: 'assessed', ticks: ticks({ assessor: ['1.1', '1.2'] }), reopenings: [aReopening('1.1')] })],
      1,
      'rc.-',
    ],
    [
      'a reopened criterion that another item still confirms',
      [
        anEvidence({ status: 'assessed', ticks: ticks({ assessor: ['1.1'] }), reopenings: [aReopening('1.1')] }),
        anEvidence({ id: named('evidence-2'), ticks: ticks({ assessor: ['1.1'] }) }),
      ],
      1,
      'c..-',
    ],
    [
      'R8: nothing of withdrawn evidence',
      [anEvidence({ status: 'withdrawn', ticks: ticks({ assessor: ['1.1', '1.2'] }) })],
      0,
      '...-',
    ],
    [
      'no confirmations outside the chosen units',
      [anEvidence({ ticks: ticks({ assessor: ['1.1', '2.1'] }) })],
      1,
      'c..-',
    ],
  ];
  for (const [what, items, confirmed, letters] of rows) {
    it(`counts ${what}`, () => {
      expect(of(...items)).to.include({ confirmed, total: 3, letters });
    });
  }

  it('R8: turns the ticks left over into not agreed when a review is finished, and nothing is unconfirmed', () => {
    const ticked = ticks({ learner: ['1.1', '1.2'], trainee: ['1.2'], assessor: ['1.1'] });
    const before = of(anEvidence({ ticks: ticked }));
    const after = of(anEvidence({ status: 'assessed', ticks: ticked }));
    expect(before).to.include({ letters: 'ct.-', unconfirmed: 1 });
    expect(after).to.include({ letters: 'cn.-', unconfirmed: 0, oldestWaitingAt: null });
    expect(after.waiting).to.be.empty;
  });

  it('of no evidence is nothing of everything chosen', () => {
    expect(noProgress(all, chosen)).to.deep.equal({
      confirmed: 0,
      total: 3,
      counts: {
        confirmed: 0,
        reopened: 0,
        awaitingCountersign: 0,
        awaitingAssessor: 0,
        notAgreed: 0,
        draft: 0,
        untouched: 3,
      },
      letters: '...-',
      unconfirmed: 0,
      waiting: [],
      unfinished: [],
      returned: [],
      oldestWaitingAt: null,
      lastActivityAt: null,
    });
  });

  it('remembers the last activity on any evidence, withdrawn too', () => {
    const { lastActivityAt } = of(
      anEvidence({ updatedAt: at(5) }),
      anEvidence({ status: 'withdrawn', updatedAt: at(9) }),
      anEvidence({ updatedAt: at(7) }),
    );
    expect(lastActivityAt).to.equal(at(9));
  });
});

describe('what waits for an assessor', () => {
  const item = anEvidence({
    title: 'Afternoon calls',
    ticks: ticks({ learner: ['1.1', '1.2', '1.3'], trainee: ['1.2', '2.1'], assessor: ['1.3'] }),
    submittedAt: at(10),
  });

  it('is listed with who ticked how many and what no trainee assessor assessed yet', () => {
    expect(of(item).waiting).to.deep.equal([
      {
        evidenceId: item.id,
        title: 'Afternoon calls',
        submittedAt: at(10),
        unconfirmed: 3,
        learnerTicks: 2,
        traineeTicks: 2,
        toAssess: 1,
        units: [{ unitRef: '201', unconfirmed: 3 }],
        handedOverAt: null,
      },
    ]);
  });

  it('leaves nothing to assess for a trainee assessor once it was handed over', () => {
    const handOver = { byId: personIn.traineeAssessor, at: at(12), note: '' };
    expect(of(anEvidence({ ...item, handOver })).waiting[0]).to.include({
      toAssess: 0,
      unconfirmed: 3,
      handedOverAt: at(12),
    });
  });

  it('is not an item with nothing to decide, which still has to be finished', () => {
    const unticked = anEvidence({ id: named('b'), submittedAt: at(4) });
    const decided = anEvidence({
      id: named('a'),
      ticks: ticks({ learner: ['1.1'], assessor: ['1.1'] }),
      submittedAt: at(3),
    });
    const { waiting, unfinished, unconfirmed, oldestWaitingAt } = of(unticked, decided);
    expect(unfinished.map(({ evidenceId, confirmed }) => [evidenceId, confirmed])).to.deep.equal([
      ['a', 1],
      ['b', 0],
    ]);
    expect({ waiting, unconfirmed, oldestWaitingAt }).to.deep.equal({
      waiting: [],
      unconfirmed: 0,
      oldestWaitingAt: null,
    });
  });

  it('is not what was returned, which is named until it comes back', () => {
    const returned = anEvidence({ status: 'returned', feedback: [aFeedback('returned', at(8))] });
    expect(of(returned).returned).to.deep.equal([
      { evidenceId: returned.id, title: returned.title, returnedAt: at(8) },
    ]);
    expect(of(returned)).to.deep.include({ waiting: [], unfinished: [] });
  });

  it('is counted for each item, since each has to be looked at', () => {
    const other = anEvidence({ id: named('evidence-2'), ticks: ticks({ learner: ['1.1'] }) });
    expect(of(item, other).unconfirmed).to.equal(4);
  });

  it('is listed oldest first, and of the same moment in the order given', () => {
    const sent = (id: string, minute: number): Evidence =>
      anEvidence({ id: named(id), ticks: ticks({ learner: ['1.1'] }), submittedAt: at(minute) });
    const { waiting, oldestWaitingAt } = of(sent('c', 9), sent('a', 3), sent('d', 9), sent('b', 5));
    expect(waiting.map(({ evidenceId }) => evidenceId)).to.deep.equal(['a', 'b', 'c', 'd']);
    expect(oldestWaitingAt).to.equal(at(3));
  });

  it('is not evidence on which all is decided', () => {
    expect(of(anEvidence({ ticks: ticks({ learner: ['1.1'], assessor: ['1.1'] }) })).waiting).to.be.empty;
  });

  it('is not evidence that was never sent', () => {
    expect(of(anEvidence({ ticks: ticks({ learner: ['1.1'] }), submittedAt: null })).waiting).to.be.empty;
  });
});

describe('progress of any evidence', () => {
  const anyItems = fc.array(anyEvidence, { maxLength: 6 });
  const anyCase = [anyItems, anyChoice] as const;

  it('is the number of confirmed letters', () => {
    fc.assert(
      fc.property(...anyCase, (items, units) => {
        const { confirmed, letters } = progressOf(anyCriteria, new Set(units), items);
        expect(confirmed).to.equal([...letters].filter((letter) => letter === 'c').length);
      }),
    );
  });

  it('is the number of chosen criteria that some item confirms, not withdrawn and not reopened there', () => {
    fc.assert(
      fc.property(...anyCase, (items, units) => {
        const counts = units.filter((id) =>
          items.some(
            ({ status, ticks: { assessor }, reopenings }) =>
              status !== 'withdrawn' &&
              assessor.some((tick) => tick.criterionId === id) &&
              !reopenings.some((reopening) => reopening.criterionId === id),
          ),
        );
        expect(progressOf(anyCriteria, new Set(units), items).confirmed).to.equal(counts.length);
      }),
    );
  });

  it('never moves with learner and trainee ticks', () => {
    fc.assert(
      fc.property(...anyCase, (items, units) => {
        const bare = items.map((item) => ({ ...item, ticks: { ...item.ticks, learner: [], trainee: [] } }));
        const chosenUnits = new Set(units);
        const { confirmed } = progressOf(anyCriteria, chosenUnits, items);
        expect(progressOf(anyCriteria, chosenUnits, bare).confirmed).to.equal(confirmed);
      }),
    );
  });

  it('has a letter for each criterion, "-" where its unit is not chosen', () => {
    fc.assert(
      fc.property(...anyCase, (items, units) => {
        const { letters } = progressOf(anyCriteria, new Set(units), items);
        expect(letters).to.have.length(anyCriteria.length);
        expect(anyCriteria.filter((_, index) => letters[index] !== '-')).to.have.members(units);
      }),
    );
  });

  it('gives each chosen criterion one standing', () => {
    fc.assert(
      fc.property(...anyCase, (items, units) => {
        const { counts, total } = progressOf(anyCriteria, new Set(units), items);
        expect(total).to.equal(units.length);
        expect(standings.reduce((sum, standing) => sum + counts[standing], 0)).to.equal(total);
      }),
    );
  });

  it('has as unconfirmed what was ticked on submitted evidence and no assessor decided', () => {
    fc.assert(
      fc.property(anyItems, (items) => {
        const pairs = items
          .filter((item) => item.status === 'submitted')
          .flatMap(({ ticks: { learner, trainee, assessor } }) => {
            const decided = assessor.map((tick) => tick.criterionId);
            const offered = new Set([...learner, ...trainee].map((tick) => tick.criterionId));
            return [...offered].filter((id) => !decided.includes(id));
          });
        const found = progressOf(anyCriteria, new Set(anyCriteria), items);
        expect(found.unconfirmed).to.equal(pairs.length);
        expect(found.waiting.reduce((sum, item) => sum + item.unconfirmed, 0)).to.equal(pairs.length);
      }),
    );
  });
});
