import { expect } from 'chai';
import { type SendFile, Uploads } from '../../../../lti-tool/panel/learner/uploads.ts';
import type { EvidenceView } from '../../../../shared/api/views.ts';
import { ApiError } from '../../../../shared/client/api-client.ts';

const file = (name: string) => new File(['bytes'], name);
const settled = () => new Promise((resolve) => setImmediate(resolve));

function setUp(send: SendFile) {
  const arrived: string[] = [];
  const uploads = new Uploads(send, (_, { name }) => arrived.push(name));
  return { uploads, arrived };
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
    const { uploads } = setUp(async (_, onProgress) => {
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
      (_, __, signal) =>
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
});
