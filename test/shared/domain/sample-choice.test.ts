import { expect } from 'chai';
import fc from 'fast-check';
import { planned, type SamplePick } from '../../../shared/domain/sample-choice.ts';
import type { SampleReview } from '../../../shared/domain/sample-reviews.ts';
import { percentOf } from '../../../shared/domain/sampling-plan.ts';
import { anyNewcomers, anyPlan, anyReviews, aPlan, aReview, person } from '../../builders/domain/sampling.ts';

const nobody = new Set<never>();
const ids = (picks: readonly SamplePick[]) => picks.map((pick) => pick.evidenceId);
const isOf = (pick: SamplePick) => (review: SampleReview) =>
  review.evidenceId === pick.evidenceId && review.assessorId === pick.assessorId;
/** The reviews after an IQA has sampled all that was picked. */
const afterSampling = (reviews: readonly SampleReview[], picks: readonly SamplePick[]): SampleReview[] =>
  reviews.map((review) =>
    picks.some((pick) => isOf(pick)(review))
      ? { ...review, confirmations: review.confirmations.map((each) => ({ ...each, sampled: true, again: false })) }
      : review,
  );

describe('what a sampling plan picks (R9)', () => {
  it('asks for its percentage of each assessor, rounded up, and says what is outstanding', () => {
    const reviews = [
      aReview({ id: 'e1', criteria: ['201/1.1+', '201/1.2'] }),
      aReview({ id: 'e2', criteria: ['201/1.1', '201/1.2', '201/2.1'] }),
      aReview({ id: 'e3', assessor: 'toni' }),
    ];
    const { groups } = planned(aPlan({ percent: 50 }), reviews, nobody);
    const numbers = groups.map(({ assessorId, confirmations, required, sampled, outstanding }) => [
      ...[assessorId, confirmations, required, sampled, outstanding],
    ]);
    expect(numbers).to.deep.equal([
      ['tessa', 5, 3, 1, 2],
      ['toni', 1, 1, 0, 1],
    ]);
  });

  it('picks everything of a new assessor, before anything else', () => {
    const reviews = [
      aReview({ id: 'e1', minute: 1 }),
      aReview({ id: 'e2', minute: 2 }),
      aReview({ id: 'e3', assessor: 'toni', minute: 3 }),
      aReview({ id: 'e4', assessor: 'toni', minute: 4 }),
    ];
    const { picks } = planned(aPlan({ percent: 50 }), reviews, new Set([person('toni')]));
    expect(ids(picks)).to.deep.equal(['e3', 'e4', 'e1']);
    expect(picks.map((pick) => pick.rule.kind)).to.deep.equal(['newAssessor', 'newAssessor', 'usual']);
  });

  it('takes methods and units by turns, what is least sampled first, and says so', () => {
    const reviews = [
      aReview({ id: 'e1', minute: 1, criteria: ['201/1.1+'] }),
      aReview({ id: 'e2', minute: 2 }),
      aReview({ id: 'e3', minute: 3 }),
      aReview({ id: 'e4', minute: 4, method: 'product' }),
      aReview({ id: 'e5', minute: 5, criteria: ['202/1.1'] }),
    ];
    const { picks } = planned(aPlan({ percent: 80 }), reviews, nobody);
    expect(picks.map((pick) => [pick.evidenceId, pick.because])).to.deep.equal([
      ['e2', 'leastSampled'],
      ['e4', 'firstOfKind'],
      ['e5', 'firstOfKind'],
    ]);
    expect(ids(planned(aPlan({ percent: 60 }), reviews, nobody).picks)).to.deep.equal(['e4', 'e5']);
  });

  it('takes learners by turns', () => {
    const reviews = [
      aReview({ id: 'e1', minute: 1, learner: 'ana' }),
      aReview({ id: 'e2', minute: 2, learner: 'ana' }),
      aReview({ id: 'e3', minute: 3, learner: 'ben' }),
      aReview({ id: 'e4', minute: 4, learner: 'ana' }),
    ];
    expect(ids(planned(aPlan({ percent: 50 }), reviews, nobody).picks)).to.deep.equal(['e1', 'e3']);
  });

  it('takes first what was confirmed again after an action, last what an IQA left out', () => {
    const reviews = [
      aReview({ id: 'e1', minute: 1, criteria: ['201/1.1+', '201/1.2'] }),
      aReview({ id: 'e2', minute: 2, criteria: ['201/1.1'] }),
      aReview({ id: 'e3', minute: 3, criteria: ['201/1.1!', '201/1.2+'] }),
    ];
    const picks = (percent: number) =>
      planned(aPlan({ percent }), reviews, nobody).picks.map((pick) => [pick.evidenceId, pick.because]);
    expect(picks(41)).to.deep.equal([['e3', 'again']]);
    expect(picks(80)).to.deep.equal([
      ['e2', 'leastSampled'],
      ['e3', 'again'],
    ]);
    expect(picks(100)).to.deep.include(['e1', 'leftOut']);
  });

  it('does not ask twice for what one review brings to two rules', () => {
    const plan = aPlan({ percent: 50, units: [{ unitRef: '202', percent: 60 }] });
    const reviews = [
      aReview({ id: 'e1', minute: 1, criteria: ['201/1.1', '202/1.1'] }),
      aReview({ id: 'e2', minute: 2, criteria: ['201/1.1'] }),
    ];
    expect(ids(planned(plan, reviews, nobody).picks)).to.deep.equal(['e1']);
  });

  it('picks nothing where the plan is met', () => {
    const reviews = [aReview({ id: 'e1', criteria: ['201/1.1+'] }), aReview({ id: 'e2' }), aReview({ id: 'e3' })];
    expect(planned(aPlan({ percent: 33 }), reviews, nobody).picks).to.deep.equal([]);
    expect(planned(aPlan({ percent: 0 }), reviews, nobody).groups[0]).to.include({ required: 0, outstanding: 0 });
    expect(planned(aPlan(), [], nobody)).to.deep.equal({ groups: [], picks: [] });
  });

  describe('whatever the plan, the reviews and who is new', () => {
    const cases = [anyPlan, anyReviews, anyNewcomers] as const;

    it('does not depend on the order of the reviews', () => {
      fc.assert(
        fc.property(...cases, fc.infiniteStream(fc.nat()), (plan, reviews, newcomers, numbers) => {
          const keys = new Map(reviews.map((review) => [review, Number(numbers.next().value)]));
          const shuffled = [...reviews].sort((a, b) => (keys.get(a) ?? 0) - (keys.get(b) ?? 0));
          expect(planned(plan, shuffled, newcomers)).to.deep.equal(planned(plan, reviews, newcomers));
        }),
      );
    });

    it('is met once all that it picks is sampled, and then picks nothing', () => {
      fc.assert(
        fc.property(...cases, (plan, reviews, newcomers) => {
          const done = afterSampling(reviews, planned(plan, reviews, newcomers).picks);
          const then = planned(plan, done, newcomers);
          expect(then.groups.every((group) => group.outstanding === 0)).to.equal(true);
          expect(then.picks).to.deep.equal([]);
        }),
      );
    });

    it('picks all that is unsampled of new assessors', () => {
      fc.assert(
        fc.property(...cases, (plan, reviews, newcomers) => {
          const { picks } = planned(plan, reviews, newcomers);
          for (const review of reviews.filter(({ assessorId }) => newcomers.has(assessorId))) {
            const open = review.confirmations.filter((each) => !each.sampled).map((each) => each.criterionId);
            const pick = picks.find((each) => isOf(each)(review));
            expect(pick?.criterionIds ?? []).to.have.members(open);
          }
        }),
      );
    });

    it('requires the percentage of each group, rounded up, of all confirmations together', () => {
      fc.assert(
        fc.property(...cases, (plan, reviews, newcomers) => {
          const { groups } = planned(plan, reviews, newcomers);
          for (const { percent, confirmations, required, sampled, outstanding } of groups) {
            expect(required).to.equal(percentOf(percent, confirmations));
            expect(required).to.be.at.most(confirmations);
            expect(outstanding).to.equal(Math.max(0, required - sampled));
          }
          const all = reviews.reduce((sum, review) => sum + review.confirmations.length, 0);
          expect(groups.reduce((sum, group) => sum + group.confirmations, 0)).to.equal(all);
        }),
      );
    });

    it('picks each review once, none without something to sample, and none for a rule that is met', () => {
      fc.assert(
        fc.property(...cases, (plan, reviews, newcomers) => {
          const { groups, picks } = planned(plan, reviews, newcomers);
          expect(new Set(picks.map((pick) => `${pick.evidenceId} ${pick.assessorId}`)).size).to.equal(picks.length);
          for (const pick of picks) {
            expect(pick.criterionIds).not.to.deep.equal([]);
            const group = groups.find(
              ({ assessorId, rule }) =>
                assessorId === pick.assessorId && JSON.stringify(rule) === JSON.stringify(pick.rule),
            );
            expect(group?.outstanding).to.be.greaterThan(0);
          }
        }),
      );
    });

    it('asks for no less where a percentage is raised', () => {
      fc.assert(
        fc.property(...cases, fc.nat({ max: 100 }), (plan, reviews, newcomers, more) => {
          const raised = { ...plan, percent: Math.min(100, plan.percent + more) };
          const required = (of: typeof plan) =>
            planned(of, reviews, newcomers).groups.reduce((sum, group) => sum + group.required, 0);
          expect(required(raised)).to.be.at.least(required(plan));
        }),
      );
    });
  });
});
