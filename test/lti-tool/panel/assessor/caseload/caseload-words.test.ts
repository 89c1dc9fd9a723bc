import { expect } from 'chai';
import { caseloadLines } from '../../../../../lti-tool/panel/assessor/caseload/caseload-lines.ts';
import {
  nothingWaits,
  restingSentence,
  waitingFor,
} from '../../../../../lti-tool/panel/assessor/caseload/caseload-words.ts';
import { row } from './caseload-sample.ts';

const noon = new Date(2026, 10, 23, 12).getTime();
const late = new Date(2026, 10, 23, 22).getTime();
const [line] = caseloadLines({ unconfirmed: 2, rows: [row('Amy', [{ at: '17' }])] }, 'assessor');
const resting = (part: Parameters<typeof row>[2]) =>
  restingSentence(
    caseloadLines({ unconfirmed: 0, rows: [row('Amy', [], part)] }, 'assessor')[0] ?? expect.fail(),
    noon,
  );

describe('the words of the caseload', () => {
  it('say how long somebody waits', () => {
    expect(line && waitingFor(line, noon)).to.equal('6 days');
    expect(line && waitingFor(line, new Date(2026, 10, 17, 20).getTime())).to.equal('Today');
  });

  it('say why nothing of a learner waits', () => {
    expect(resting({ confirmed: 10 })).to.equal('All confirmed');
    expect(resting({ lastActivityAt: null })).to.equal('No evidence yet');
    expect(resting({ lastActivityAt: null, neverOpened: true })).to.equal('Has not opened Countersign yet');
    expect(resting({ lastActivityAt: '2026-10-14T12:00:00.000Z' })).to.equal('No activity for 40 days');
    expect(resting({})).to.equal('Up to date, last activity 20 Nov');
  });

  it('send one home in the evening when nothing waits', () => {
    const lines = caseloadLines({ unconfirmed: 0, rows: [row('Amy'), row('Ben')] }, 'assessor');
    expect(nothingWaits(lines, 'assessor', noon)).to.equal(
      'All 2 learners are up to date. New evidence will show here, longest wait first.',
    );
    expect(nothingWaits(lines, 'assessor', late)).to.contain('enough for today');
    expect(nothingWaits([], 'assessor', noon)).to.contain('No learners here yet');
  });

  it('tell a trainee assessor what awaits countersign', () => {
    const lines = caseloadLines(
      { unconfirmed: 2, rows: [row('Amy', [{ at: '17', toAssess: 0, traineeTicks: 2 }])] },
      'traineeAssessor',
    );
    expect(nothingWaits(lines, 'traineeAssessor', noon)).to.contain('2 of your ticks await countersign.');
  });
});
