import { expect } from 'chai';
import { clockTime } from '../../../../lti-tool/panel/parts/dates.ts';
import { gradebookText, stateText, summary, whatHappened } from '../../../../lti-tool/panel/sync/sync-words.ts';
import { scoreTroubles } from '../../../../shared/domain/score-trouble.ts';
import { at, now, scoreRow, scoresView, trouble } from './score-row-sample.ts';

const typed = { score: 38, maximum: 81, at };

describe('the words of the scores screen', () => {
  it('say how many scores are up to date, and when the gradebook was last compared', () => {
    const rows = [
      scoreRow('Amelia Hart'),
      scoreRow('Kwame Boateng', { state: 'due' }),
      scoreRow('Sam Lee', { state: 'nothingYet', published: null }),
    ];
    expect(summary(scoresView(rows), now)).to.equal(
      `1 of 2 gradebook scores are up to date · checked ${clockTime(at)}`,
    );
    expect(summary(scoresView(rows.slice(2)), now)).to.equal('Nothing is confirmed yet, so there is nothing to send');
    expect(summary(scoresView(rows.slice(0, 1), { columns: [] }), now)).to.equal(
      '1 of 1 gradebook score is up to date',
    );
  });
  it('name the time of the next try', () => {
    const row = scoreRow('Yusuf Khan', { state: 'retrying', trouble: trouble() });
    expect(stateText(row, now)).to.equal(`Will retry ${clockTime('2026-11-23T22:14:00.000Z')}`);
    expect(stateText(scoreRow('Amelia Hart'), now)).to.equal('Up to date');
  });
  it('show the grade in the gradebook, with its scale where that is another', () => {
    expect(gradebookText(scoreRow('Amelia Hart'))).to.equal('33');
    expect(gradebookText(scoreRow('Amelia Hart', { found: typed }))).to.equal('38');
    expect(gradebookText(scoreRow('Amelia Hart', { found: { score: 47.5, maximum: 100, at } }))).to.equal(
      '47.5 of 100',
    );
    expect(gradebookText(scoreRow('Amelia Hart', { found: { score: null, maximum: null, at } }))).to.equal('none');
    expect(gradebookText(scoreRow('Amelia Hart', { published: null }))).to.equal('none');
  });
  it('say what somebody did by hand', () => {
    expect(whatHappened(scoreRow('Ravi Patel', { state: 'changedByHand', found: typed }))).to.equal(
      'Somebody changed 33 to 38 in the gradebook by hand.',
    );
    const before = scoreRow('Ravi Patel', { state: 'changedByHand', found: typed, published: null });
    expect(whatHappened(before)).to.equal('Somebody typed 38 into the gradebook before our first score.');
    expect(whatHappened(scoreRow('Ravi Patel', { state: 'keptTheirs', found: typed }))).to.match(/keeps the grade/);
  });
  it('say what the LMS did, the code, and what to do', () => {
    const gone = trouble({ code: 'learnerGone', reason: 'The LMS does not know Tia.', status: 400, nextTryAt: null });
    expect(whatHappened(scoreRow('Tia Campbell', { state: 'stopped', trouble: gone }))).to.equal(
      'The LMS does not know Tia (code learnerGone 400). Enrol them in the course again, then try.',
    );
    const slow = scoreRow('Yusuf Khan', { state: 'retrying', trouble: trouble() });
    expect(whatHappened(slow)).to.equal('The platform did not answer in time (code unreachable).');
  });
  it('say nothing where all is well', () => {
    expect(whatHappened(scoreRow('Amelia Hart'))).to.equal('');
  });
  it('have something to do for every trouble that does not pass by itself', () => {
    for (const code of scoreTroubles) {
      const stopped = scoreRow('Tia Campbell', { state: 'stopped', trouble: trouble({ code, nextTryAt: null }) });
      expect(whatHappened(stopped)).to.contain(`code ${code}`);
    }
  });
});
