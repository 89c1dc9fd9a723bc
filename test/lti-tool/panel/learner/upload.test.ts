import { expect } from 'chai';
import { largestFile, upload } from '../../../../lti-tool/panel/learner/upload.ts';
import { ApiError } from '../../../../shared/client/api-client.ts';
import { type EvidenceId, parseId } from '../../../../shared/domain/ids.ts';

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

function start(size = 10) {
  const request = fakeRequest();
  const controller = new AbortController();
  const shares: number[] = [];
  const file = { name: 'Call log.jpg', size } as File;
  const done = upload({
    client: {
      uploadUrl: (id, name) => `/api/evidence/${id}/attachments?name=${encodeURIComponent(name)}`,
      authorization: () => 'Bearer t',
    },
    evidenceId: parseId<EvidenceId>('ev1'),
    file,
    onProgress: (share) => shares.push(share),
    signal: controller.signal,
    request: () => request as unknown as XMLHttpRequest,
  });
  return { request, controller, shares, done };
}
const codeOf = (done: Promise<unknown>): Promise<unknown> =>
  done.then(
    () => 'sent',
    (error: unknown) => (error instanceof ApiError ? error.code : error),
  );

describe('upload', () => {
  it('posts the bytes with the session’s token, never in the address', async () => {
    const { request, done } = start();
    request.answer(200, '{"version":4}');
    expect(await done).to.deep.equal({ version: 4 });
    expect(request.asked).to.deep.equal([
      'POST /api/evidence/ev1/attachments?name=Call%20log.jpg',
      'authorization: Bearer t',
      'content-type: application/octet-stream',
    ]);
  });
  it('tells the share that is sent', async () => {
    const { request, shares, done } = start();
    request.upload.onprogress({ loaded: 61, total: 100 });
    request.answer(200, '{}');
    await done;
    expect(shares).to.deep.equal([0.61]);
  });
  it('fails with the code of the tool', async () => {
    const { request, done } = start();
    request.answer(409, '{"code":"evidenceLocked","message":""}');
    expect(await codeOf(done)).to.equal('evidenceLocked');
  });
  it('understands a proxy that refuses a large file in its own words', async () => {
    const { request, done } = start();
    request.answer(413, '<html>Too big</html>');
    expect(await codeOf(done)).to.equal('tooLarge');
  });
  it('takes any other strange answer for a fault', async () => {
    const { request, done } = start();
    request.answer(502, '<html>Bad gateway</html>');
    expect(await codeOf(done)).to.equal('internal');
  });
  it('is offline when the connection is lost', async () => {
    const { request, done } = start();
    request.onerror();
    expect(await codeOf(done)).to.equal('offline');
  });
  it('does not even begin with a file that is too large', async () => {
    const { request, done } = start(largestFile + 1);
    expect(await codeOf(done)).to.equal('tooLarge');
    expect(request.asked).to.deep.equal([]);
  });
  it('stops when it is called off', async () => {
    const { controller, done } = start();
    controller.abort();
    expect(await codeOf(done)).to.equal(controller.signal.reason);
  });
});
