import { expect } from 'chai';
import { acceptable } from '../../../shared/domain/accepting.ts';
import { confirmedIn, type Evidence, type Sample } from '../../../shared/domain/evidence.ts';
import { outcomesOf } from '../../../shared/domain/sample-outcomes.ts';
import { experienceOf, reviewsIn } from '../../../shared/domain/sample-reviews.ts';
import {
  lastSampleOf,
  mayRecord,
  maySample,
  openOf,
  type SampleWish,
  sampling,
  withSample,
} from '../../../shared/domain/sampling.ts';
import { standingsOf } from '../../../shared/domain/standing.ts';
import { withTicks } from '../../../shared/domain/ticking.ts';
import { anEvidence, aReopening, aTick, at, criterion, ticks } from '../../builders/domain/evidence.ts';
import { anActor, learnerId, personIn } from '../../builders/domain/people.ts';
import { expectOutcome } from './codes.ts';

const iqa = anActor('iqa');
const assessed = (over: Partial<Evidence> = {}) =>
  anEvidence({
    status: 'assessed',
    ticks: {
      ...ticks({ learner: ['1.1', '1.2', '1.3'] }),
      assessor: ticks({ assessor: ['1.1', '1.2'] }, at(5)).assessor,
    },
    ...over,
  });
const wish = (ref: string, outcome: SampleWish['outcome'] = 'accepted', confirmedAt = at(5)): SampleWish => ({
  criterionId: criterion(ref),
  confirmedAt,
  outcome,
});
const sampleOf = (item: Evidence, ...wishes: SampleWish[]): Sample => ({
  byId: personIn.iqa,
  at: at(30),
  confirmations: sampling(item, wishes).sampled,
  feedback: 'Ask how.',
});

describe('sampling (R9)', () => {
  describe('who may sample', () => {
    const rows = [
      ['an IQA', iqa, assessed(), 'ok'],
      ['an IQA before the review is finished', iqa, assessed({ status: 'submitted' }), 'ok'],
      ['an IQA what was returned', iqa, assessed({ status: 'returned' }), 'ok'],
      ['no EQA', anActor('eqa'), assessed(), 'roleNotAllowed'],
      ['no manager', anActor('manager'), assessed(), 'roleNotAllowed'],
      ['no assessor', anActor('assessor'), assessed(), 'roleNotAllowed'],
      ['no trainee assessor', anActor('traineeAssessor'), assessed(), 'roleNotAllowed'],
      ['no learner', anActor('learner'), assessed(), 'roleNotAllowed'],
      ['no IQA their own evidence', anActor('iqa', { personId: learnerId }), assessed(), 'ownEvidence'],
      ['nobody a draft', iqa, assessed({ status: 'draft' }), 'evidenceNotSubmitted'],
      ['nobody what was withdrawn', iqa, assessed({ status: 'withdrawn' }), 'evidenceLocked'],
    ] as const;
    for (const [says, actor, item, code] of rows)
      it(says, () => {
        expectOutcome(maySample(item, actor), code);
      });
  });

  describe('what a sample covers', () => {
    it('is the confirmations that were shown, with who made them and when', () => {
      expect(sampling(assessed(), [wish('1.1'), wish('1.2', 'actionRequired')])).to.deep.equal({
        sampled: [
          { ...wish('1.1'), confirmedById: personIn.assessor },
          { ...wish('1.2', 'actionRequired'), confirmedById: personIn.assessor },
        ],
        differed: [],
      });
    });
    it('is nothing that changed since, and it says what differs', () => {
      const item = assessed({ reopenings: [aReopening('1.2')] });
      const wishes = [wish('1.1', 'accepted', at(4)), wish('1.2'), wish('1.3')];
      expect(sampling(item, wishes)).to.deep.equal({
        sampled: [],
        differed: [
          { criterionId: criterion('1.1'), now: 'confirmedAgain' },
          { criterionId: criterion('1.2'), now: 'reopened' },
          { criterionId: criterion('1.3'), now: 'notConfirmed' },
        ],
      });
    });
    it('is one thing a criterion, the last that was said', () => {
      const { sampled } = sampling(assessed(), [wish('1.1', 'actionRequired'), wish('1.1', 'accepted')]);
      expect(sampled.map((each) => each.outcome)).to.deep.equal(['accepted']);
    });
  });

  describe('independence', () => {
    it('refuses the whole sample where one confirmation in it is the sampler’s own', () => {
      const mine = aTick('1.2', personIn.iqa, at(5));
      const item = assessed({ ticks: { ...ticks(), assessor: [aTick('1.1', personIn.assessor, at(5)), mine] } });
      const { sampled } = sampling(item, [wish('1.1'), wish('1.2')]);
      expectOutcome(mayRecord(iqa, sampled, ''), 'ownConfirmation');
      expectOutcome(mayRecord(iqa, sampled.slice(0, 1), ''), 'ok');
    });
  });

  it('needs words for action required, none for accept', () => {
    const { sampled } = sampling(assessed(), [wish('1.1', 'actionRequired')]);
    expectOutcome(mayRecord(iqa, sampled, '  '), 'sampleFeedbackMissing');
    expectOutcome(mayRecord(iqa, sampled, 'Ask how.'), 'ok');
  });

  it('reopens what needs action, until an assessor confirms it again', () => {
    const item = assessed();
    const sampled = withSample(item, sampleOf(item, wish('1.1'), wish('1.2', 'actionRequired')));
    const standing = (of: Evidence, ref: string) => standingsOf([criterion(ref)], [of]).get(criterion(ref))?.standing;
    expect([...confirmedIn(sampled)]).to.deep.equal([criterion('1.1')]);
    expect([standing(sampled, '1.1'), standing(sampled, '1.2')]).to.deep.equal(['confirmed', 'reopened']);
    const [sample] = sampled.samples;
    expect(sample && openOf(sampled, sample)).to.deep.equal([criterion('1.2')]);
    const again = aTick('1.2', personIn.assessor, at(40));
    const closed = withTicks(sampled, 'assessor', [again], sampled.ticks.assessor.slice(1));
    expect(standing(closed, '1.2')).to.equal('confirmed');
    expect(sample && openOf(closed, sample)).to.deep.equal([]);
    expect(lastSampleOf(closed, again), 'the new confirmation is not sampled').to.equal(null);
  });

  it('is not answered by accepting all', () => {
    const item = { ...assessed({ ticks: ticks({ learner: ['1.1', '1.2'] }) }), reopenings: [aReopening('1.1')] };
    expect(acceptable(item, 'learner', 'assessor')).to.deep.equal([criterion('1.2')]);
    expect(acceptable(item, 'learner', 'trainee')).to.deep.equal([criterion('1.1'), criterion('1.2')]);
  });

  describe('the reviews of an item', () => {
    const units = new Map(['1.1', '1.2', '1.3'].map((ref) => [criterion(ref), '201']));
    it('are one for each assessor, with what is sampled and what was confirmed again', () => {
      const first = assessed();
      const item = withSample(first, sampleOf(first, wish('1.1'), wish('1.2', 'actionRequired')));
      const again = {
        ...item,
        ticks: {
          ...item.ticks,
          assessor: [aTick('1.1', personIn.assessor, at(5)), aTick('1.2', personIn.eqa, at(40))],
        },
      };
      expect(
        reviewsIn(again, units).map(({ assessorId, confirmations }) => [
          assessorId,
          ...confirmations.map(({ sampled, again: anew }) => ({ sampled, anew })),
        ]),
      ).to.deep.equal([
        [personIn.assessor, { sampled: true, anew: false }],
        [personIn.eqa, { sampled: false, anew: true }],
      ]);
    });
    it('are none of withdrawn evidence, and leave out criteria that the qualification does not have', () => {
      expect(reviewsIn(assessed({ status: 'withdrawn' }), units)).to.deep.equal([]);
      expect(reviewsIn(assessed(), new Map())).to.deep.equal([]);
    });
  });

  it('remembers when an assessor first confirmed something, though it was confirmed again since', () => {
    const first = assessed();
    const item = withSample(first, sampleOf(first, wish('1.2', 'actionRequired')));
    const again = { ...item, ticks: { ...ticks(), assessor: [aTick('1.2', personIn.assessor, at(40))] } };
    expect(experienceOf([again]).get(personIn.assessor)).to.deep.equal({ first: at(5), confirmations: 1 });
  });

  it('counts what came of all samples by assessor', () => {
    const first = assessed();
    const item = withSample(first, sampleOf(first, wish('1.1'), wish('1.2', 'actionRequired')));
    const counts = { accepted: 1, actionRequired: 1 };
    expect(outcomesOf([item]).get(personIn.assessor)).to.deep.equal({ ...counts, open: 1 });
    expect(outcomesOf([{ ...item, reopenings: [] }]).get(personIn.assessor)).to.deep.equal({ ...counts, open: 0 });
    expect(outcomesOf([{ ...item, status: 'withdrawn' }]).get(personIn.assessor)?.open).to.equal(0);
  });
});
