import { expect } from 'chai';
import { caseloadLines } from '../../../../lti-tool/panel/assessor/caseload/caseload-lines.ts';
import { nextWaiting, placeInQueue, waitingQueue } from '../../../../lti-tool/panel/assessor/waiting-queue.ts';
import { type EvidenceId, parseId } from '../../../../shared/domain/ids.ts';
import { row } from './caseload/caseload-sample.ts';

const ids = (...names: string[]) => names.map((name) => parseId<EvidenceId>(name));
const [a, b, c, other] = ids('A', 'B', 'C', 'X') as [EvidenceId, EvidenceId, EvidenceId, EvidenceId];

describe('the queue of what waits', () => {
  it('goes learner by learner, longest wait first', () => {
    const rows = [row('Ben', [{ at: '19' }]), row('Amy', [{ at: '21' }, { at: '17' }])];
    expect(waitingQueue(caseloadLines({ unconfirmed: 6, rows }, 'assessor'))).to.deep.equal(['EV17', 'EV21', 'EV19']);
  });

  it('knows the place of an item and its neighbours', () => {
    expect(placeInQueue([a, b, c], b)).to.deep.equal({ position: 2, previous: a, next: c });
    expect(placeInQueue([a, b, c], a).previous).to.equal(null);
    expect(placeInQueue([a, b, c], c).next).to.equal(null);
  });

  it('leads from an item outside it to its first', () => {
    expect(placeInQueue([a, b], other)).to.deep.equal({ position: null, previous: null, next: a });
  });

  it('goes on to the next that still waits', () => {
    expect(nextWaiting([a, b, c], a, [b, c])).to.equal(b);
    expect(nextWaiting([a, b, c], a, [c])).to.equal(c);
  });

  it('goes back to the start from the end, then to what is new', () => {
    expect(nextWaiting([a, b, c], c, [a])).to.equal(a);
    expect(nextWaiting([a], a, [other])).to.equal(other);
  });

  it('ends when nothing waits but what was just decided', () => {
    expect(nextWaiting([a], a, [])).to.equal(null);
    expect(nextWaiting([a], a, [a])).to.equal(null);
  });
});
