import { expect } from 'chai';
import { syncCsv } from '../../../../lti-tool/panel/sync/sync-csv.ts';
import { filterCounts, isUnpublished, shownScores, syncFilters } from '../../../../lti-tool/panel/sync/sync-rows.ts';
import { scoreRow, trouble } from './score-row-sample.ts';

const rows = [
  scoreRow('Amelia Hart'),
  scoreRow('Kwame Boateng', { state: 'due' }),
  scoreRow('Ravi Patel', { state: 'changedByHand' }),
  scoreRow('Sam Lee', { state: 'nothingYet' }),
  scoreRow('Tia Campbell', { state: 'stopped', trouble: trouble({ code: 'locked', nextTryAt: null }) }),
];
const names = (filter: Parameters<typeof shownScores>[1], query = '') =>
  shownScores(rows, filter, query).map((row) => row.learner.givenName);

describe('the rows of the scores screen', () => {
  it('stand with what needs a person first', () => {
    expect(names('all')).to.deep.equal(['Ravi', 'Tia', 'Kwame', 'Amelia', 'Sam']);
  });
  it('are filtered and searched', () => {
    expect(names('needsYou')).to.deep.equal(['Ravi', 'Tia']);
    expect(names('onTheWay')).to.deep.equal(['Kwame']);
    expect(names('inStep')).to.deep.equal(['Amelia']);
    expect(names('all', ' tia')).to.deep.equal(['Tia']);
  });
  it('are counted for each filter as they are shown under it', () => {
    for (const filter of syncFilters) expect(filterCounts(rows)[filter], filter).to.equal(names(filter).length);
  });
  it('are all sent by "Publish all" but those in step, hand-made ones and those with nothing to send', () => {
    expect(rows.filter(isUnpublished).map((row) => row.learner.givenName)).to.deep.equal(['Kwame', 'Tia']);
  });
  it('become CSV that no spreadsheet runs as a formula', () => {
    const csv = syncCsv([scoreRow('=cmd, Eve', { state: 'retrying', trouble: trouble() })]);
    const [head, line] = csv.split('\r\n');
    expect(head).to.equal('\ufeffLearner,Unit,Confirmed,Of,Gradebook,State,Last published,Next try,What happened');
    expect(line).to.equal(
      '"\'=cmd, Eve",,33,81,33,Will retry,2026-11-23T21:58:00.000Z,2026-11-23T22:14:00.000Z,The platform did not answer in time (code unreachable).',
    );
  });
});
