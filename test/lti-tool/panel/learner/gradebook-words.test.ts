import { expect } from 'chai';
import { gradebookWords } from '../../../../lti-tool/panel/learner/gradebook-words.ts';
import { type ScoreState, scoreStates } from '../../../../shared/domain/score-trouble.ts';

const published = { scoreGiven: 12, scoreMaximum: 45, at: '2026-11-23T21:58:00.000Z', upToDate: false };
const said = (state: ScoreState, changes: Partial<Parameters<typeof gradebookWords>[0]['gradebook']> = {}) =>
  gradebookWords({ published, confirmed: 14, total: 45, gradebook: { state, paused: false, found: null, ...changes } });

describe('what a learner reads about the gradebook', () => {
  const expected: Readonly<Record<ScoreState, string>> = {
    inStep: 'Your course gradebook shows 12 of 45, up to date.',
    nothingYet: 'Your course gradebook has no score from here yet.',
    due: 'Your course gradebook shows 12 of 45; 14 of 45 is on its way.',
    retrying: 'Your course gradebook shows 12 of 45. It could not take 14 of 45 yet; that is tried again by itself.',
    stopped:
      'Your course gradebook shows 12 of 45. It does not take 14 of 45; your centre can see why and put it right.',
    changedByHand:
      'Your course gradebook shows a grade, entered there by hand. Your centre decides whether 14 of 45 replaces it.',
    keptTheirs: 'Your course gradebook shows a grade: your centre keeps the grade entered there.',
    notEnrolled: 'Your course no longer lists you, so its gradebook gets no new score.',
  };
  for (const state of scoreStates)
    it(`is right for "${state}"`, () => {
      expect(said(state)).to.equal(expected[state]);
    });
  it('names the grade that was entered by hand, on its scale', () => {
    expect(said('keptTheirs', { found: { score: 38, maximum: 45 } })).to.contain('shows 38 of 45:');
    expect(said('changedByHand', { found: { score: 47.512, maximum: 100 } })).to.contain('shows 47.51 of 100,');
  });
  it('says that sending is paused, unless all is up to date', () => {
    expect(said('due', { paused: true })).to.equal(
      'Your course gradebook shows 12 of 45. Your centre has paused sending; 14 of 45 follows after that.',
    );
    expect(said('inStep', { paused: true })).to.equal(expected.inStep);
  });
  it('knows that nothing was ever sent', () => {
    const never = { published: null, confirmed: 2, total: 45 };
    expect(gradebookWords({ ...never, gradebook: { state: 'due', paused: false, found: null } })).to.equal(
      'Your course gradebook has no score from here yet; 2 of 45 is on its way.',
    );
  });
});
