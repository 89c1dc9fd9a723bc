import { expect } from 'chai';
import { gradebookSentence, passesStanding } from '../../../../lti-tool/panel/assessor/enrolment/enrolment-words.ts';
import { statusSentence } from '../../../../lti-tool/panel/assessor/evidence-words.ts';
import type { ScoreState } from '../../../../shared/domain/score-trouble.ts';
import { listed } from '../../../../shared/words/counted.ts';

const now = Date.parse('2026-11-23T12:00:00.000Z');

describe('a list in words', () => {
  it('joins with commas and "and", each word once', () => {
    expect(listed([])).to.equal('');
    expect(listed(['1.1'])).to.equal('1.1');
    expect(listed(['1.1', '1.2', '1.1'])).to.equal('1.1 and 1.2');
    expect(listed(['1.1', '1.2', '1.3'])).to.equal('1.1, 1.2 and 1.3');
  });
});

describe('how an evidence item stands, for staff', () => {
  it('says what is unconfirmed, and what was decided but not finished', () => {
    expect(statusSentence({ status: 'submitted', unconfirmed: 1 })).to.equal('Submitted, 1 criterion unconfirmed');
    expect(statusSentence({ status: 'submitted', unconfirmed: 0 })).to.equal('Submitted, review not finished');
    expect(statusSentence({ status: 'withdrawn', unconfirmed: 0 })).to.contain('does not count');
  });
});

describe('what the gradebook was told', () => {
  const published = { scoreGiven: 5, scoreMaximum: 49, at: '2026-11-22T10:00:00.000Z', upToDate: true };

  const told = (state: ScoreState, changes: object = {}) =>
    gradebookSentence({ published, confirmed: 5, gradebook: { state, paused: false, found: null }, ...changes }, now);

  it('is said with its date, and whether it is still right', () => {
    expect(told('inStep')).to.equal('The gradebook was told 5 of 49 on 22 Nov, and that is still right.');
    expect(told('due', { published: { ...published, upToDate: false } })).to.contain('the newer number is on its way');
  });

  it('is nothing before the first score', () => {
    expect(told('nothingYet', { published: null, confirmed: 0 })).to.contain('Nothing has been sent');
    expect(told('due', { published: null })).to.contain('shortly');
  });

  it('never says "on its way" of what is held up', () => {
    for (const state of ['stopped', 'retrying', 'changedByHand', 'keptTheirs', 'notEnrolled'] as const)
      expect(told(state))
        .to.match(/Scores|manager|any more/)
        .and.not.contain('on its way');
    expect(told('due', { gradebook: { state: 'due', paused: true, found: null } })).to.contain('paused');
  });
});

describe("the filter of a learner's criteria", () => {
  it('takes both kinds of waiting for waiting', () => {
    expect(passesStanding('waiting', 'awaitingAssessor')).to.equal(true);
    expect(passesStanding('waiting', 'awaitingCountersign')).to.equal(true);
    expect(passesStanding('waiting', 'confirmed')).to.equal(false);
    expect(passesStanding('notAgreed', 'notAgreed')).to.equal(true);
    expect(passesStanding('all', 'untouched')).to.equal(true);
  });
});
