import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import { open } from 'lmdb';
import mongoose from 'mongoose';
import { encodeOwnRecord } from '../../../../lti-tool/store/embedded/durable/record-format.ts';
import { openEmbeddedDatabase } from '../../../../lti-tool/store/embedded/embedded-database.ts';
import { rejectionOf, temporaryDirectory } from './temporary-database.ts';

const FILE = 'countersign.mdb';

describe('a damaged or foreign data file', () => {
  const directory = temporaryDirectory();
  const sound = join(directory.path, 'sound');

  before(async () => {
    const { close, url } = await openEmbeddedDatabase({ dataDir: sound });
    const connection = await mongoose.createConnection(url).asPromise();
    const texts = Array.from({ length: 300 }, (_, i) => ({ i, text: 'x'.repeat(i % 7 === 0 ? 6000 : 200) }));
    await connection.collection('c').insertMany(texts);
    await connection.close();
    await close();
  });
  after(() => directory.remove());

  let cases = 0;

  /** The code with which a copy of the sound file, changed in this way, is refused. It must not be written to. */
  async function refusalOf(change: (bytes: Buffer) => Buffer): Promise<unknown> {
    const dataDir = join(directory.path, `case-${++cases}`);
    mkdirSync(dataDir);
    const path = join(dataDir, FILE);
    writeFileSync(path, change(readFileSync(join(sound, FILE))));
    return codeWithoutWriting(dataDir);
  }

  async function codeWithoutWriting(dataDir: string): Promise<unknown> {
    const path = join(dataDir, FILE);
    const before = readFileSync(path);
    const refusal = await rejectionOf(openEmbeddedDatabase({ dataDir }));
    expect(refusal.message).to.contain(path);
    expect(readFileSync(path).equals(before), 'the file is as it was').to.equal(true);
    return refusal.code;
  }

  const overwritten = (position: number, value: Buffer) => (bytes: Buffer) => {
    value.copy(bytes, position);
    return bytes;
  };

  it('is refused when empty, when garbage and when it is something else', async () => {
    expect(await refusalOf(() => Buffer.alloc(0))).to.equal('corrupt');
    expect(await refusalOf((bytes) => Buffer.alloc(bytes.length, 'garbage '))).to.equal('corrupt');
    expect(await refusalOf((bytes) => Buffer.alloc(bytes.length))).to.equal('corrupt');
    expect(await refusalOf(() => Buffer.from('SQLite format 3\0'))).to.equal('corrupt');
  });

  it('is refused when cut short at any page', async () => {
    const pages = readFileSync(join(sound, FILE)).length / 4096;
    for (let kept = 0; kept < pages - 1; kept += 11) {
      expect(await refusalOf((bytes) => bytes.subarray(0, kept * 4096 + 100))).to.equal('corrupt');
    }
  });

  it('is refused when its header is of another kind or version', async () => {
    expect(await refusalOf(overwritten(24, Buffer.from('deadbeef', 'hex')))).to.equal('corrupt');
    expect(await refusalOf(overwritten(28, Buffer.from([9])))).to.equal('corrupt');
    expect(await refusalOf(overwritten(48, Buffer.from([7, 7])))).to.equal('corrupt');
    expect(await refusalOf(overwritten(4096 + 24, Buffer.from('deadbeef', 'hex')))).to.equal('corrupt');
  });

  it('is refused when pages were overwritten with garbage', async () => {
    const garbage = (bytes: Buffer) => bytes.fill(0xa5, 8192);
    expect(await refusalOf(garbage)).to.equal('corrupt');
  });

  it('is refused when a single byte of a stored document changed', async () => {
    const flip = (bytes: Buffer) => {
      const position = bytes.lastIndexOf('x'.repeat(150)) + 75;
      bytes[position] = 0x79;
      return bytes;
    };
    expect(await refusalOf(flip)).to.equal('corrupt');
  });

  it('never brings the process down, whichever page is damaged', async () => {
    const bytes = readFileSync(join(sound, FILE));
    for (let page = 2; page < bytes.length / 4096; page += 3) {
      const dataDir = join(directory.path, `page-${page}`);
      mkdirSync(dataDir);
      const damaged = Buffer.from(bytes);
      for (let i = page * 4096; i < page * 4096 + 64; i += 4) damaged[i] = (damaged[i] ?? 0) ^ 0x3c;
      writeFileSync(join(dataDir, FILE), damaged);
      await openEmbeddedDatabase({ dataDir }).then(
        ({ close }) => close(), // a page that was free
        (error) => expect(error.code).to.equal('corrupt'),
      );
    }
  });

  it('is refused when a newer version wrote it', async () => {
    const dataDir = join(directory.path, 'newer');
    mkdirSync(dataDir);
    copyFileSync(join(sound, FILE), join(dataDir, FILE));
    const environment = open({ path: join(dataDir, FILE), noSubdir: true });
    const meta = environment.openDB<Buffer, Buffer>({ name: 'meta', encoding: 'binary', keyEncoding: 'binary' });
    await meta.put(Buffer.from('format'), encodeOwnRecord({ format: 2 }));
    await environment.close();
    expect(await codeWithoutWriting(dataDir)).to.equal('newerFormat');
  });

  it('is refused when it is an LMDB file of somebody else', async () => {
    const dataDir = join(directory.path, 'foreign');
    mkdirSync(dataDir);
    const environment = open({ path: join(dataDir, FILE), noSubdir: true, overlappingSync: false });
    await environment.put('key', 'value');
    await environment.close();
    expect(await codeWithoutWriting(dataDir)).to.equal('corrupt');
  });

  it('is not written to by opening when it is sound', async () => {
    const before = readFileSync(join(sound, FILE));
    const { close } = await openEmbeddedDatabase({ dataDir: sound });
    await close();
    expect(readFileSync(join(sound, FILE)).equals(before)).to.equal(true);
  });
});
