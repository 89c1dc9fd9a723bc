import { expect } from 'chai';
import { type SendFile, Uploads } from '../../../../lti-tool/panel/files/uploads.ts';
import type { EvidenceView } from '../../../../shared/api/views.ts';
import { ApiError } from '../../../../shared/client/api-client.ts';
import { parseId, type UploadId } from '../../../../shared/domain/ids.ts';
import { handTimers } from '../learner/hand-timers.ts';

const file = (name: string) => new File(['bytes'], name);
const settled = () => new Promise((resolve) => setImmediate(resolve));

function setUp(send: SendFile) {
  const arrived: string[] = [];
  const timers = handTimers();
  const calledOff: Array<string | null> = [];
  const uploads = new Uploads({
    ...{ send, timers },
    onArrived: (_, { name }) => arrived.push(name),
    onCalledOff: ({ uploadId }) => calledOff.push(uploadId),
  });
  return { uploads, arrived, timers, calledOff };
}
const anItem = {} as EvidenceView;

describe('Uploads', () => {
  it('sends files one after another and lets go of those that arrived', async () => {
    const begun: string[] = [];
    const { uploads, arrived } = setUp(async ({ name }) => {
      begun.push(name);
      expect(arrived).to.have.length(begun.length - 1);
      return anItem;
    });
    await uploads.add([file('a.pdf'), file('b.jpg')]);
    expect(arrived).to.deep.equal(['a.pdf', 'b.jpg']);
    expect(uploads.unsaved).to.equal(false);
  });
  it('shows how much is sent', async () => {
    const shares: (number | undefined)[] = [];
    const { uploads } = setUp(async (_, __, onProgress) => {
      onProgress(0.61);
      shares.push(uploads.rows.value[0]?.share);
      return anItem;
    });
    await uploads.add([file('a.pdf')]);
    expect(shares).to.deep.equal([0.61]);
  });
  it('keeps a failed one with its reason, sends the others, and tries again when asked', async () => {
    let fail = true;
    const { uploads, arrived } = setUp(async ({ name }) => {
      if (name === 'a.pdf' && fail) throw new ApiError('offline', 'No connection.');
      return anItem;
    });
    await uploads.add([file('a.pdf'), file('b.jpg')]);
    const [failed] = uploads.rows.value;
    expect(failed?.error?.code).to.equal('offline');
    expect(arrived).to.deep.equal(['b.jpg']);
    fail = false;
    await uploads.retry(failed?.key ?? 0);
    expect(arrived).to.deep.equal(['b.jpg', 'a.pdf']);
  });
  it('calls off one that is being sent, without an error', async () => {
    const { uploads, arrived } = setUp(
      (_, __, ___, signal) =>
        new Promise((_resolve, reject) => {
          signal.addEventListener('abort', () => reject(signal.reason));
        }),
    );
    const done = uploads.add([file('a.pdf')]);
    await settled();
    uploads.cancel(uploads.rows.value[0]?.key ?? 0);
    await done;
    expect(uploads.rows.value).to.deep.equal([]);
    expect(arrived).to.deep.equal([]);
  });
  it('tells the tool what was called off, and keeps what is there when the screen closes', async () => {
    const { uploads, calledOff } = setUp(async (_, memory) => {
      memory.uploadId = parseId<UploadId>('up1');
      throw new ApiError('evidenceLocked', 'No.');
    });
    await uploads.add([file('a.pdf'), file('b.pdf')]);
    uploads.cancel(uploads.rows.value[0]?.key ?? 0);
    expect(calledOff).to.deep.equal(['up1']);
    uploads.close();
    expect(uploads.rows.value).to.deep.equal([]);
    expect(calledOff).to.deep.equal(['up1']);
  });
  it('goes on by itself after a lost connection, from where it stopped, waiting longer each time', async () => {
    const tries: unknown[] = [];
    const { uploads, arrived, timers } = setUp(async (_, memory, onProgress) => {
      tries.push(memory.uploadId);
      memory.uploadId = parseId<UploadId>('up1');
      onProgress(0.4);
      if (tries.length < 3) throw new ApiError('offline', 'No connection.');
      return anItem;
    });
    await uploads.add([file('a.pdf')]);
    expect(uploads.rows.value[0]).to.include({ waiting: true, share: 0.4 });
    expect(timers.due()).to.deep.equal([3_000]);
    timers.pass(3_000);
    await settled();
    expect(timers.due()).to.deep.equal([6_000]);
    uploads.retryWaiting();
    await settled();
    expect(tries).to.deep.equal([null, 'up1', 'up1']);
    expect(arrived).to.deep.equal(['a.pdf']);
    expect(timers.due()).to.deep.equal([]);
  });
  it('does not go on by itself with a file that the tool refused', async () => {
    const { uploads, timers } = setUp(async () => {
      throw new ApiError('evidenceLocked', 'Closed.');
    });
    await uploads.add([file('a.pdf')]);
    expect(uploads.rows.value[0]?.waiting).to.equal(false);
    expect(timers.due()).to.deep.equal([]);
  });
});
