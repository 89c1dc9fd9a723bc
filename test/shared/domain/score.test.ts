import { expect } from 'chai';
import fc from 'fast-check';
import { noProgress, progressOf } from '../../../shared/domain/progress.ts';
import { scoreOf } from '../../../shared/domain/score.ts';
import { type Standing, standings } from '../../../shared/domain/standing.ts';
import { publishingTexts } from '../../../shared/texts/publishing.ts';
import { anyChoice, anyCriteria, anyEvidence } from '../../builders/domain/arbitraries.ts';

const progress = (given: Partial<Record<Standing, number>>) => {
  const counts = { ...noProgress([], new Set()).counts, ...given };
  return { counts, confirmed: counts.confirmed, total: standings.reduce((sum, standing) => sum + counts[standing], 0) };
};

describe('the score a gradebook is told', () => {
  const comments: ReadonlyArray<readonly [string, Partial<Record<Standing, number>>, string]> = [
    ['nothing waits', { confirmed: 12, untouched: 33 }, '12 of 45 criteria confirmed'],
    ['one waits', { confirmed: 12, awaitingAssessor: 1 }, '12 of 13 criteria confirmed; 1 awaits an assessor'],
    ['several wait', { confirmed: 12, awaitingAssessor: 3 }, '12 of 15 criteria confirmed; 3 await an assessor'],
    ['one waits to be countersigned', { awaitingCountersign: 1 }, '0 of 1 criteria confirmed; 1 awaits an assessor'],
    ['one was reopened', { reopened: 1, draft: 1 }, '0 of 2 criteria confirmed; 1 awaits an assessor'],
    [
      'all kinds wait',
      { awaitingAssessor: 1, awaitingCountersign: 1, reopened: 1 },
      '0 of 3 criteria confirmed; 3 await an assessor',
    ],
    ['the learner has to act', { notAgreed: 2, draft: 1, untouched: 1 }, '0 of 4 criteria confirmed'],
    ['there are no criteria', {}, '0 of 0 criteria confirmed'],
  ];
  for (const [when, counts, comment] of comments) {
    it(`says "${comment}" when ${when}`, () => {
      expect(scoreOf(progress(counts), publishingTexts.comment).comment).to.equal(comment);
    });
  }

  const activities: ReadonlyArray<readonly [string, Partial<Record<Standing, number>>, 'InProgress' | 'Completed']> = [
    ['nothing is confirmed', { untouched: 3 }, 'InProgress'],
    ['all but one is confirmed', { confirmed: 2, untouched: 1 }, 'InProgress'],
    ['all are confirmed', { confirmed: 3 }, 'Completed'],
    ['there are no criteria', {}, 'InProgress'],
  ];
  for (const [when, counts, activity] of activities) {
    it(`is ${activity} when ${when}`, () => {
      expect(scoreOf(progress(counts), publishingTexts.comment).activityProgress).to.equal(activity);
    });
  }

  it('is the confirmed criteria of the chosen units, always fully graded', () => {
    fc.assert(
      fc.property(fc.array(anyEvidence, { maxLength: 4 }), anyChoice, (items, chosen) => {
        const counted = progressOf(anyCriteria, new Set(chosen), items);
        const score = scoreOf(counted, publishingTexts.comment);
        expect(score).to.include({ gradingProgress: 'FullyGraded', scoreMaximum: chosen.length });
        expect(score.scoreGiven).to.equal(counted.letters.split('c').length - 1);
        expect(score.scoreGiven).to.be.within(0, score.scoreMaximum);
      }),
    );
  });
});
