import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { expect } from 'chai';
import mongoose from 'mongoose';
import { openEmbeddedDatabase } from '../../../../lti-tool/store/embedded/embedded-database.ts';
import { temporaryDirectory } from './temporary-database.ts';

describe('a disk that takes no more', () => {
  it('fails the write, undoes it in memory too, and serves on', async () => {
    const directory = temporaryDirectory();
    const script = join(__dirname, 'children/fill-the-disk.ts');
    const command = `ulimit -f 1000; exec "${process.execPath}" -r esbuild-register "${script}" "${directory.path}"`;
    const output = execFileSync('bash', ['-c', command], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
    const { code, acknowledged, stored, after } = JSON.parse(output);
    expect(code).to.equal(14031);
    expect(acknowledged).not.to.have.length(0);
    expect(stored).to.deep.equal(acknowledged);
    expect(after).to.equal(acknowledged.length - 1);

    const { url, close } = await openEmbeddedDatabase({ dataDir: directory.path });
    const connection = await mongoose.createConnection(url).asPromise();
    expect(await connection.collection('items').countDocuments()).to.equal(after);
    await connection.close();
    await close();
    directory.remove();
  });
});
