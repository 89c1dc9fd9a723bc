import { expect } from 'chai';
import { largestFile, upload } from '../../../../lti-tool/panel/files/upload.ts';
import { ApiError } from '../../../../shared/client/api-client.ts';
import { type EvidenceId, parseId, type UploadId } from '../../../../shared/domain/ids.ts';

/** Stands in for XMLHttpRequest: keeps what was asked, answers when told. */
function fakeRequest() {
  const request = {
    upload: { onprogress: (_: { loaded: number; total: number }) => {} },
    onload: () => {},
    onerror: () => {},
    onabort: () => {},
    status: 0,
    responseText: '',
    asked: [] as string[],
    open: (method: string, url: string) => request.asked.push(`${method} ${url}`),
    setRequestHeader: (name: string, value: string) => request.asked.push(`${name}: ${value}`),
    getResponseHeader: () => 'r-1',
    send: () => {},
    abort: () => request.onabort(),
    answer: (status: number, text: string) => Object.assign(request, { status, responseText: text }).onload(),
  };
  return request;
}

type Call = readonly [name: string, params: unknown];

/** A tool that has `offset` bytes of the file already, and takes four at a time. */
function start({ size = 10, offset = 0, uploadId = null as UploadId | null, gone = false } = {}) {
  const requests: Array<ReturnType<typeof fakeRequest>> = [];
  const controller = new AbortController();
  const shares: number[] = [];
  const calls: Call[] = [];
  const memory = { uploadId };
  let waiting: (() => void) | null = null;
  const state = { id: 'up1', offset, size, partSize: 4, expiresAt: '2026-11-24T09:00:00.000Z' };
  const client = {
    call: async (name: string, { params }: { params: unknown }) => {
      calls.push([name, params]);
      if (name === 'upload' && gone) throw new ApiError('notFound', '');
      return name === 'finishUpload' ? { version: 4 } : state;
    },
    partUrl: (_: unknown, at: number) => `/part?offset=${at}`,
    authorization: () => 'Bearer t',
  };
  const done = upload({
    client: client as never,
    evidenceId: parseId<EvidenceId>('ev1'),
    file: { name: 'Call log.jpg', size, slice: () => new Blob() } as unknown as File,
    memory,
    onProgress: (share) => shares.push(share),
    signal: controller.signal,
    request: () => {
      const request = fakeRequest();
      requests.push(request);
      queueMicrotask(() => waiting?.());
      return request as unknown as XMLHttpRequest;
    },
  });
  done.catch(() => {});
  const nextRequest = async (count: number) => {
    while (requests.length < count) {
      await new Promise<void>((resolve) => {
        waiting = resolve;
        setImmediate(resolve);
      });
    }
    const request = requests[count - 1];
    if (!request) throw new Error('There was no request.');
    return request;
  };
  /** The tool takes a part, and says how far the file has come. */
  const take = async (count: number, to: number) => {
    const request = await nextRequest(count);
    request.answer(200, JSON.stringify({ ...state, offset: to }));
    return request;
  };
  return { requests, controller, shares, done, calls, memory, nextRequest, take, state };
}
const codeOf = (done: Promise<unknown>): Promise<unknown> =>
  done.then(
    () => 'sent',
    (error: unknown) => (error instanceof ApiError ? error.code : error),
  );

describe('upload', () => {
  it('puts part after part with the session’s token, never in the address, and finishes', async () => {
    const { done, take, calls, memory } = start();
    const first = await take(1, 4);
    await take(2, 8);
    const last = await take(3, 10);
    expect(await done).to.deep.equal({ version: 4 });
    expect(first.asked).to.deep.equal([
      'PUT /part?offset=0',
      'authorization: Bearer t',
      'content-type: application/octet-stream',
    ]);
    expect(last.asked[0]).to.equal('PUT /part?offset=8');
    expect(calls.map(([name]) => name)).to.deep.equal(['startUpload', 'finishUpload']);
    expect(memory.uploadId).to.equal(null);
  });
  it('tells the share that is sent, of the whole file', async () => {
    const { done, shares, nextRequest, take } = start();
    await take(1, 4);
    (await nextRequest(2)).upload.onprogress({ loaded: 2, total: 4 });
    await take(2, 10);
    await done;
    expect(shares).to.deep.equal([0, 0.4, 0.6, 1]);
  });
  it('asks how far it came before, and goes on from there', async () => {
    const { done, take, calls } = start({ offset: 8, uploadId: parseId<UploadId>('up1') });
    expect((await take(1, 10)).asked[0]).to.equal('PUT /part?offset=8');
    await done;
    expect(calls.map(([name]) => name)).to.deep.equal(['upload', 'finishUpload']);
  });
  it('begins anew where the tool has forgotten it', async () => {
    const { done, take, calls } = start({ uploadId: parseId<UploadId>('up0'), gone: true });
    await take(1, 10);
    await done;
    expect(calls.map(([name]) => name)).to.deep.equal(['upload', 'startUpload', 'finishUpload']);
  });
  it('asks where to go on when a part had arrived though its answer was lost', async () => {
    const { done, nextRequest, take, state } = start();
    const first = await nextRequest(1);
    state.offset = 4;
    first.answer(409, '{"code":"offsetMismatch","details":{"offset":4}}');
    expect((await take(2, 10)).asked[0]).to.equal('PUT /part?offset=4');
    await done;
  });
  it('sends no part of an empty file', async () => {
    const { done, calls } = start({ size: 0 });
    await done;
    expect(calls.map(([name]) => name)).to.deep.equal(['startUpload', 'finishUpload']);
  });
  it('fails with the code of the tool', async () => {
    const { done, nextRequest } = start();
    (await nextRequest(1)).answer(409, '{"code":"evidenceLocked","message":""}');
    expect(await codeOf(done)).to.equal('evidenceLocked');
  });
  it('understands a proxy that refuses a large part in its own words', async () => {
    const { done, nextRequest } = start();
    (await nextRequest(1)).answer(413, '<html>Too big</html>');
    expect(await codeOf(done)).to.equal('tooLarge');
  });
  it('takes any other strange answer for a fault', async () => {
    const { done, nextRequest } = start();
    (await nextRequest(1)).answer(502, '<html>Bad gateway</html>');
    expect(await codeOf(done)).to.equal('internal');
  });
  it('is offline when the connection is lost, and remembers how to go on', async () => {
    const { done, nextRequest, memory } = start();
    (await nextRequest(1)).onerror();
    expect(await codeOf(done)).to.equal('offline');
    expect(memory.uploadId).to.equal('up1');
  });
  it('does not even begin with a file that is too large', async () => {
    const { done, calls } = start({ size: largestFile + 1 });
    expect(await codeOf(done)).to.equal('tooLarge');
    expect(calls).to.deep.equal([]);
  });
  it('stops when it is called off', async () => {
    const { controller, done, nextRequest } = start();
    await nextRequest(1);
    controller.abort();
    expect(await codeOf(done)).to.equal(controller.signal.reason);
  });
});
