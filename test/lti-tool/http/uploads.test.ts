import { randomBytes } from 'node:crypto';
import { readdir, utimes } from 'node:fs/promises';
import path from 'node:path';
import { expect } from 'chai';
import { createFileStore } from '../../../lti-tool/store/file-store.ts';
import { sweepUploads } from '../../../lti-tool/use-cases/uploads/upload-file.ts';
import { type RunningDemo, startRunningDemo } from '../../builders/tool/running-demo.ts';
import { putPart, uploadFile } from '../../builders/tool/upload-file.ts';

type Body = Readonly<Record<string, unknown>> & { readonly code?: string; readonly offset?: number };
const megabyte = 1024 * 1024;

describe('a file that comes part by part', () => {
  let demo: RunningDemo;
  let amelia: string;
  let kwame: string;
  let priya: string;
  let evidenceId: string;
  before(async function () {
    this.timeout(60_000);
    demo = await startRunningDemo();
    amelia = await demo.launch('amelia');
    kwame = await demo.launch('kwame');
    priya = await demo.launch('priya');
  });
  after(() => demo.close());
  beforeEach(async () => {
    evidenceId = await draftOf(amelia);
  });
  const call = async (token: string, method: string, at: string, body?: unknown) => {
    const answer = await demo.api(token, method, at, body);
    return { status: answer.status, body: answer.body as Body };
  };
  const draftOf = async (token: string) => {
    const { enrolmentId } = (await call(token, 'GET', '/api/me')).body;
    const wording = { title: 'Call', method: 'observation', narrative: '', links: [] };
    return String((await call(token, 'POST', `/api/enrolments/${enrolmentId}/evidence`, wording)).body.id);
  };
  const begin = async (name: string, size: number, token = amelia) => {
    const { status, body } = await call(token, 'POST', `/api/evidence/${evidenceId}/uploads`, { name, size });
    return { status, body, path: `/api/evidence/${evidenceId}/uploads/${body.id}` };
  };
  const put = async (at: string, offset: number | string, bytes: Buffer, token = amelia) => {
    const response = await putPart(demo, token, at, offset, bytes);
    return { status: response.status, body: (await response.json()) as Body };
  };
  const attachments = async () =>
    (await call(amelia, 'GET', `/api/evidence/${evidenceId}`)).body.attachments as Array<{ id: string; size: number }>;

  it('arrives byte for byte, sniffed and measured as a whole', async () => {
    const png = Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex');
    const bytes = Buffer.concat([png, Buffer.alloc(5_000, 7), randomBytes(3 * megabyte)]);
    const { path: at, body } = await begin('Plan.html', bytes.length);
    expect(body).to.include({ offset: 0, size: bytes.length, partSize: 2 * megabyte });
    for (let offset = 0; offset < bytes.length; offset += 2 * megabyte)
      expect((await put(at, offset, bytes.subarray(offset, offset + 2 * megabyte))).status).to.equal(200);
    const finished = await call(amelia, 'POST', `${at}/finish`, {});
    expect(finished.status).to.equal(200);
    const [attachment] = finished.body.attachments as Array<{ id: string }>;
    expect(attachment).to.include({ name: 'Plan.html', size: bytes.length, mediaType: 'image/png' });
    const url = `${demo.toolUrl}/api/evidence/${evidenceId}/attachments/${attachment?.id}`;
    const back = await fetch(url, { headers: { authorization: `Bearer ${amelia}` } });
    expect(Buffer.from(await back.arrayBuffer()).equals(bytes)).to.equal(true);
    expect((await call(amelia, 'GET', at)).status).to.equal(404);
    expect(await readdir(path.join(demo.settings.DATA_DIR ?? '', 'files/incoming'))).to.deep.equal([]);
  });

  it('goes on where it stopped', async () => {
    const bytes = randomBytes(100);
    const { path: at } = await begin('a.bin', 100);
    await put(at, 0, bytes.subarray(0, 60));
    expect((await call(amelia, 'GET', at)).body.offset).to.equal(60);
    const early = await call(amelia, 'POST', `${at}/finish`, {});
    expect(early.body).to.deep.include({ code: 'uploadIncomplete', details: { offset: 60 } });
    await put(at, 60, bytes.subarray(60));
    await call(amelia, 'POST', `${at}/finish`, {});
    expect((await attachments()).map(({ size }) => size)).to.deep.equal([100]);
  });

  it('goes on after a reload, where the same file is chosen again, and with no other file', async () => {
    const file = { name: 'Video.mp4', size: 100, modifiedAt: 1_795_000_000_000 };
    const at = `/api/evidence/${evidenceId}/uploads`;
    const start = async (part = {}) => (await call(amelia, 'POST', at, { ...file, ...part })).body;
    const first = await start();
    await put(`${at}/${first.id}`, 0, randomBytes(60));
    expect(await start()).to.include({ id: first.id, offset: 60 });
    for (const other of [{ name: 'Video2.mp4' }, { size: 101 }, { modifiedAt: file.modifiedAt + 1 }])
      expect(await start(other), JSON.stringify(other)).to.include({ offset: 0 });
    expect(await start({ modifiedAt: undefined })).to.include({ offset: 0 });
    const listed = (await call(amelia, 'GET', at)).body.uploads as Array<{ id: string; name: string; offset: number }>;
    expect(listed.find(({ id }) => id === first.id)).to.include({ name: 'Video.mp4', offset: 60 });
    expect((await call(kwame, 'GET', at)).status).to.equal(404);
    await put(`${at}/${first.id}`, 60, randomBytes(40));
    await call(amelia, 'POST', `${at}/${first.id}/finish`, {});
    expect(await start(), 'a second copy, once the first has arrived').to.include({ offset: 0 });
  });

  it('takes each part once: a part sent again, or a gap, is told where to go on', async () => {
    const { path: at } = await begin('a.bin', 100);
    await put(at, 0, randomBytes(40));
    for (const offset of [0, 20, 41, 100]) {
      const { status, body } = await put(at, offset, randomBytes(10));
      expect(status).to.equal(409);
      expect(body).to.deep.include({ code: 'offsetMismatch', details: { offset: 40 } });
    }
  });

  it('lets one of two parts at the same place win', async () => {
    const { path: at } = await begin('a.bin', 100);
    const parts = await Promise.all(Array.from({ length: 6 }, (_, n) => put(at, 0, Buffer.alloc(50, n))));
    expect(parts.filter(({ status }) => status === 200)).to.have.length(1);
    expect((await call(amelia, 'GET', at)).body.offset).to.equal(50);
  });

  it('is not started, seen, fed, finished or called off by anybody else', async () => {
    const { path: at } = await begin('a.bin', 10);
    expect((await begin('b.bin', 10, kwame)).body.code).to.equal('notFound');
    expect((await begin('b.bin', 10, priya)).body.code).to.be.oneOf(['notFound', 'notYourEvidence']);
    const elsewhere = await demo.launch('priya', demo.lms.courses()[1]?.id);
    for (const token of [kwame, priya, elsewhere]) {
      expect((await call(token, 'GET', at)).status, 'seen').to.equal(404);
      expect((await put(at, 0, randomBytes(10), token)).status, 'fed').to.equal(404);
      expect((await call(token, 'POST', `${at}/finish`, {})).status, 'finished').to.equal(404);
      expect((await call(token, 'DELETE', at)).status, 'called off').to.equal(404);
    }
    expect((await fetch(demo.toolUrl + at)).status).to.equal(401);
    expect((await call(amelia, 'GET', at)).status).to.equal(200);
  });

  it('is not put on another item than it was started for', async () => {
    const { body } = await begin('a.bin', 0);
    const other = await draftOf(amelia);
    const wrong = `/api/evidence/${other}/uploads/${body.id}`;
    expect((await call(amelia, 'GET', wrong)).status).to.equal(404);
    expect((await call(amelia, 'POST', `${wrong}/finish`, {})).status).to.equal(404);
  });

  it('is refused past the limit, whatever was announced', async () => {
    expect((await begin('a.bin', 101 * megabyte)).body.code).to.equal('tooLarge');
    const { path: at } = await begin('a.bin', 10);
    expect((await put(at, 0, randomBytes(11))).body.code).to.equal('tooLarge');
    const large = await begin('a.bin', 50 * megabyte);
    const refused = await put(large.path, 0, Buffer.alloc(5 * megabyte)).catch(() => null);
    if (refused) expect(refused.body.code).to.equal('tooLarge');
    expect((await call(amelia, 'GET', large.path)).body.offset).to.equal(0);
  });

  for (const offset of ['-1', '1e3', '0x1', 'NaN', '', '99999999999999999999'])
    it(`is refused at the offset ${JSON.stringify(offset)}`, async () => {
      const { path: at } = await begin('a.bin', 10);
      expect((await put(at, offset, randomBytes(1))).status).to.equal(400);
    });

  for (const [says, body] of [
    ['a name that is a path of blanks', { name: '  ', size: 1 }],
    ['a size that is a filter', { name: 'a', size: { $gt: 0 } }],
    ['a place of its own choice', { name: 'a', size: 1, parts: ['../../secret'] }],
  ] as const)
    it(`is refused with ${says}`, async () => {
      expect((await call(amelia, 'POST', `/api/evidence/${evidenceId}/uploads`, body)).body.code).to.equal(
        'badRequest',
      );
    });

  it('cannot be put on an item that was closed meanwhile', async () => {
    const { path: at } = await begin('a.bin', 0);
    await call(amelia, 'POST', `/api/evidence/${evidenceId}/withdraw`, {});
    expect((await put(at, 0, randomBytes(1))).body.code).to.equal('evidenceLocked');
    expect((await call(amelia, 'POST', `${at}/finish`, {})).body.code).to.equal('evidenceLocked');
  });

  it('is gone when called off', async () => {
    const { path: at } = await begin('a.bin', 10);
    await put(at, 0, randomBytes(5));
    expect((await call(amelia, 'DELETE', at)).status).to.equal(200);
    expect((await call(amelia, 'GET', at)).status).to.equal(404);
  });

  it('is swept with its parts a day after its last part', async () => {
    const { path: at } = await begin('a.bin', 10);
    await put(at, 0, randomBytes(5));
    const directory = path.join(demo.settings.DATA_DIR ?? '', 'files');
    const files = createFileStore(directory, 100 * megabyte);
    const sweep = (hours: number) =>
      sweepUploads({
        stores: demo.tool.store.stores,
        files,
        clock: { now: () => Date.now() + hours * 3_600_000 },
      });
    await sweep(23);
    expect((await call(amelia, 'GET', at)).body.offset).to.equal(5);
    await sweep(25);
    expect((await call(amelia, 'GET', at)).status).to.equal(404);
    const orphan = await files.savePart(
      (async function* () {
        yield randomBytes(3);
      })(),
      10,
    );
    const long = new Date(Date.now() - 72 * 3_600_000);
    await utimes(path.join(directory, 'incoming', `${orphan.part}.part`), long, long);
    await sweep(0);
    expect(await readdir(path.join(directory, 'incoming'))).to.deep.equal([]);
  });

  it('goes on an assessor’s own record, and on nobody else’s', async () => {
    const [row] = ((await call(priya, 'GET', '/api/caseload')).body.rows as Array<{ enrolmentId: string }>) ?? [];
    const wording = { title: 'Seen', method: 'observation', narrative: '', links: [] };
    const recorded = await call(priya, 'POST', `/api/enrolments/${row?.enrolmentId}/recorded-evidence`, wording);
    const item = await uploadFile(demo, priya, String(recorded.body.id), 'a.txt', Buffer.from('hello'));
    expect(item.attachments).to.have.length(1);
    const at = `/api/evidence/${recorded.body.id}/uploads`;
    expect((await call(amelia, 'POST', at, { name: 'b', size: 1 })).body.code).to.be.oneOf([
      'notYourEvidence',
      'notFound',
    ]);
  });
});
