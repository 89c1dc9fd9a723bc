import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Readable } from 'node:stream';
import { expect } from 'chai';
import { createFileStore } from '../../../lti-tool/store/file-store.ts';
import { FileTooLarge } from '../../../lti-tool/use-cases/file-ports.ts';

describe('the file store', () => {
  let directory: string;
  beforeEach(async () => {
    directory = await mkdtemp(path.join(tmpdir(), 'countersign-'));
  });
  afterEach(() => rm(directory, { recursive: true, force: true }));
  const save = (...chunks: Uint8Array[]) => createFileStore(directory, 1_000).save(Readable.from(chunks));
  const incoming = () => readdir(path.join(directory, 'incoming'));

  it('keeps the same bytes once, under their hash', async () => {
    const first = await save(Buffer.from('hello '), Buffer.from('world'));
    const second = await save(Buffer.from('hello world'));
    expect(second).to.deep.equal(first);
    expect(first).to.include({ size: 11, mediaType: 'text/plain' });
    const bytes = await createFileStore(directory, 1_000).open(first.sha256);
    let text = '';
    for await (const chunk of bytes ?? []) text += Buffer.from(chunk).toString();
    expect(text).to.equal('hello world');
    expect(await incoming()).to.deep.equal([]);
  });

  const kinds: ReadonlyArray<readonly [string, Buffer, string]> = [
    ['a PDF', Buffer.from('%PDF-1.7\n%binary'), 'application/pdf'],
    ['a JPEG', Buffer.from('ffd8ffe000104a46494600010100', 'hex'), 'image/jpeg'],
    ['HTML, which is text here', Buffer.from('<script>alert(1)</script>'), 'text/plain'],
    ['bytes of no known kind', Buffer.from([1, 0, 2, 0, 255]), 'application/octet-stream'],
    ['nothing at all', Buffer.alloc(0), 'application/octet-stream'],
  ];
  for (const [says, bytes, mediaType] of kinds) {
    it(`tells the kind by the bytes: ${says}`, async () => {
      expect((await save(bytes)).mediaType).to.equal(mediaType);
    });
  }

  it('refuses what is too large and leaves nothing behind', async () => {
    const fault = await save(Buffer.alloc(600), Buffer.alloc(600)).catch((error: unknown) => error);
    expect(fault).to.be.instanceOf(FileTooLarge);
    expect(await incoming()).to.deep.equal([]);
  });

  it('leaves nothing behind when the sender breaks off', async () => {
    async function* broken() {
      yield Buffer.from('half');
      throw new Error('gone');
    }
    const fault = await createFileStore(directory, 1_000)
      .save(broken())
      .catch((error: unknown) => error);
    expect((fault as Error).message).to.equal('gone');
    expect(await incoming()).to.deep.equal([]);
  });

  it('opens nothing but hashes it has', async () => {
    const files = createFileStore(directory, 1_000);
    for (const name of ['../../etc/passwd', '0'.repeat(64), 'x', '']) expect(await files.open(name)).to.equal(null);
  });
});
