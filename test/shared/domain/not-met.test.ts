import { expect } from 'chai';
import type { Change, Evidence } from '../../../shared/domain/evidence.ts';
import { fitsHistory } from '../../../shared/domain/history.ts';
import { droppedBy, maySayNotMet, openToNotMet, withNotMet } from '../../../shared/domain/not-met.ts';
import { withSample } from '../../../shared/domain/sampling.ts';
import { standingsOf } from '../../../shared/domain/standing.ts';
import { threadOf } from '../../../shared/domain/thread.ts';
import { mayChangeTicks, tickDifference, withTicks } from '../../../shared/domain/ticking.ts';
import { anEvidence, aReopening, aTick, at, criteria, criterion, ticks } from '../../builders/domain/evidence.ts';
import { aHistory } from '../../builders/domain/history.ts';
import { anActor, learnerId, personIn } from '../../builders/domain/people.ts';
import { expectOutcome } from './codes.ts';

const assessor = anActor('assessor');
const assessed = (over: Partial<Evidence> = {}) =>
  anEvidence({
    status: 'assessed',
    ticks: ticks({ learner: ['1.1', '1.2'], assessor: ['1.1', '1.2', '1.3'] }),
    ...over,
  });
const asked = (item: Evidence, outcome: 'accepted' | 'actionRequired', minute: number, ...refs: string[]) =>
  withSample(item, {
    byId: personIn.iqa,
    at: at(minute),
    confirmations: item.ticks.assessor
      .filter(({ criterionId }) => refs.map(criterion).includes(criterionId))
      .map((tick) => ({ criterionId: tick.criterionId, outcome, confirmedById: tick.byId, confirmedAt: tick.at })),
    feedback: 'Ask how.',
  });
const stands = (item: Evidence, ref: string) => standingsOf([criterion(ref)], [item]).get(criterion(ref));
const wish = (tick: string[], untick: string[] = []) => ({
  column: 'assessor' as const,
  tick: criteria(...tick),
  untick: criteria(...untick),
});
const known = new Set(criteria('1.1', '1.2', '1.3'));
const changed = (item: Evidence, change: ReturnType<typeof wish>, minute: number) => {
  const { added, removed } = tickDifference(item, assessor, change, at(minute));
  return withTicks(item, 'assessor', added, removed);
};

describe('R9: what an IQA reopened', () => {
  const open = asked(assessed(), 'actionRequired', 30, '1.1', '1.3');

  describe('may be said to be not met', () => {
    const item = (over: Partial<Evidence> = {}) => ({ ...open, ...over });
    const rows = [
      ['by an assessor, of what is reopened', assessor, item(), ['1.1'], 'Too thin.', 'ok'],
      ['of several at once', assessor, item(), ['1.1', '1.3'], 'Too thin.', 'ok'],
      ['not of what is confirmed', assessor, item(), ['1.2'], 'Too thin.', 'notReopened'],
      ['not of nothing', assessor, item(), [], 'Too thin.', 'notReopened'],
      ['not of part that is confirmed', assessor, item(), ['1.1', '1.2'], 'Too thin.', 'notReopened'],
      ['not while the review goes on', assessor, item({ status: 'submitted' }), ['1.1'], 'Too thin.', 'notReopened'],
      ['not of what was withdrawn', assessor, item({ status: 'withdrawn' }), ['1.1'], 'Too thin.', 'notReopened'],
      ['not without a reason', assessor, item(), ['1.1'], '  ', 'reasonMissing'],
      ['not by a trainee assessor', anActor('traineeAssessor'), item(), ['1.1'], 'Too thin.', 'roleNotAllowed'],
      ['not by the IQA', anActor('iqa'), item(), ['1.1'], 'Too thin.', 'roleNotAllowed'],
      ['not by a manager', anActor('manager'), item(), ['1.1'], 'Too thin.', 'roleNotAllowed'],
      ['not by the EQA', anActor('eqa'), item(), ['1.1'], 'Too thin.', 'roleNotAllowed'],
      ['not by the learner', anActor('learner'), item(), ['1.1'], 'Too thin.', 'roleNotAllowed'],
      ['not of own evidence', anActor('assessor', { personId: learnerId }), item(), ['1.1'], 'x', 'ownEvidence'],
    ] as const;
    for (const [says, actor, of, refs, reason, code] of rows)
      it(says, () => {
        expectOutcome(maySayNotMet(of, actor, criteria(...refs), reason), code);
        if (code === 'ok') expect(openToNotMet(of, actor)).to.include.members(criteria(...refs));
      });
    it('is offered to nobody else', () => {
      expect(openToNotMet(item(), anActor('iqa'))).to.deep.equal([]);
      expect(openToNotMet(item({ status: 'submitted' }), assessor)).to.deep.equal([]);
    });
  });

  it('once not met is not agreed, without its confirmation, told to the learner, and open no more', () => {
    const ids = criteria('1.1', '1.3');
    expect(droppedBy(open, ids)).to.deep.equal([aTick('1.1', personIn.assessor), aTick('1.3', personIn.assessor)]);
    const item = withNotMet(open, assessor, at(40), ids, 'The call is not there.');
    expect(item.reopenings).to.deep.equal([]);
    expect(item.ticks.assessor).to.deep.equal([aTick('1.2', personIn.assessor)]);
    expect(item.feedback.at(-1)).to.include({ text: 'The call is not there.', outcome: 'notMet' });
    for (const ref of ['1.1', '1.3'])
      expect(stands(item, ref), ref).to.include({ standing: 'notAgreed', since: at(40), byId: personIn.assessor });
    expect(stands(item, '1.2')).to.include({ standing: 'confirmed' });
  });

  it('can be confirmed after all, and that can be taken back: then it is open as the IQA left it', () => {
    const notMet = withNotMet(open, assessor, at(40), criteria('1.1'), 'Too thin.');
    expectOutcome(mayChangeTicks(notMet, assessor, wish(['1.1']), known), 'ok');
    const again = changed(notMet, wish(['1.1']), 50);
    expect(stands(again, '1.1')).to.include({ standing: 'confirmed', since: at(50) });
    expectOutcome(mayChangeTicks(again, assessor, wish([], ['1.1']), known), 'ok');
    const back = changed(again, wish([], ['1.1']), 55);
    expect(back.reopenings).to.deep.include(aReopening('1.1', at(30)));
    expect(stands(back, '1.1')).to.include({ standing: 'reopened', since: at(30) });
  });

  it('is settled for good once the IQA agrees', () => {
    const again = changed(open, wish(['1.1']), 50);
    const agreed = asked(again, 'accepted', 55, '1.1');
    expectOutcome(mayChangeTicks(agreed, assessor, wish([], ['1.1']), known), 'evidenceLocked');
    expectOutcome(mayChangeTicks(agreed, assessor, wish(['1.3']), known), 'ok');
  });

  it('is reopened by nobody who takes back what no IQA asked about', () => {
    const submitted = assessed({ status: 'submitted' });
    expect(changed(submitted, wish([], ['1.2']), 50).reopenings).to.deep.equal([]);
  });

  it('is what its history leads to, at every step', () => {
    const both = open.samples[0]?.confirmations ?? [];
    const mine = (ref: string) => aTick(ref, personIn.assessor);
    const told: readonly (readonly [Change, readonly string[], readonly string[]])[] = [
      [{ kind: 'status', before: 'draft', after: 'assessed', feedback: '' }, [], []],
      [{ kind: 'ticked', column: 'assessor', added: [mine('1.1'), mine('1.3')], removed: [] }, ['1.1', '1.3'], []],
      [{ kind: 'sampled', confirmations: both, feedback: 'Ask how.' }, ['1.1', '1.3'], ['1.1', '1.3']],
      [{ kind: 'ticked', column: 'assessor', added: [mine('1.1')], removed: [mine('1.1')] }, ['1.1', '1.3'], ['1.3']],
      [{ kind: 'ticked', column: 'assessor', added: [], removed: [mine('1.1')] }, ['1.3'], ['1.1', '1.3']],
      [{ kind: 'notMet', criterionIds: criteria('1.1', '1.3'), removed: [mine('1.3')], reason: 'Too thin.' }, [], []],
      [{ kind: 'ticked', column: 'assessor', added: [mine('1.3')], removed: [] }, ['1.3'], []],
      [{ kind: 'ticked', column: 'assessor', added: [], removed: [mine('1.3')] }, [], ['1.3']],
    ];
    for (const [step, [, confirmed, reopened]] of told.entries()) {
      const history = aHistory(
        told.slice(0, step + 1).map(([change]) => change),
        { actor: assessor },
      );
      const samples = history.flatMap(({ byId, at: moment, change }) =>
        change.kind === 'sampled'
          ? [{ byId, at: moment, confirmations: change.confirmations, feedback: change.feedback }]
          : [],
      );
      const item = assessed({
        ...{ history, samples, ticks: { learner: [], trainee: [], assessor: confirmed.map(mine) } },
        reopenings: reopened.map((ref) => aReopening(ref)),
      });
      expect(fitsHistory(item), `step ${step}`).to.equal(true);
      const forged = reopened.length > 0 ? [] : [aReopening('1.2')];
      expect(fitsHistory({ ...item, reopenings: forged }), `step ${step}, forged`).to.equal(false);
    }
  });

  it('is in the thread with what it is said of', () => {
    const change: Change = {
      kind: 'notMet',
      criterionIds: criteria('1.1'),
      removed: [],
      reason: 'Too thin.',
    };
    expect(threadOf(aHistory([change]))).to.deep.equal([
      {
        kind: 'notMet',
        actingAs: 'assessor',
        byId: personIn.assessor,
        at: at(0),
        text: 'Too thin.',
        criterionIds: criteria('1.1'),
      },
    ]);
  });
});
