import { spawnSync } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { expect } from 'chai';
import { unzipSync } from 'fflate';
import { iconSizes } from '../../extension/manifest.ts';
import { filesFor } from '../../scripts/pack-extension/files.ts';
import { packExtension, readOptions, UsageError } from '../../scripts/pack-extension/pack-extension.ts';
import { zipOf } from '../../scripts/pack-extension/zip.ts';

const options = { version: '1.2.3', tools: [] };
const root = path.resolve(__dirname, '../..');

describe('packing the extension', function () {
  this.timeout(90_000);
  let directory: string;
  before(async () => {
    directory = await mkdtemp(path.join(tmpdir(), 'countersign-pack-'));
    await packExtension(options, directory);
  });
  after(() => rm(directory, { recursive: true, force: true }));
  const manifest = async (target: string) =>
    JSON.parse(await readFile(path.join(directory, target, 'manifest.json'), 'utf8')) as Record<string, unknown>;

  it('makes a folder and a versioned zip for each family of browsers, of the same files', async () => {
    expect(await readdir(directory)).to.have.members([
      ...['chrome', 'firefox', 'countersign-chrome-1.2.3.zip', 'countersign-firefox-1.2.3.zip'],
    ]);
    for (const target of ['chrome', 'firefox'] as const) {
      const zip = unzipSync(await readFile(path.join(directory, `countersign-${target}-1.2.3.zip`)));
      const files = await filesFor(target, options);
      expect(Object.keys(zip)).to.deep.equal([...files.keys()]);
      for (const size of iconSizes) expect(zip[`icons/${size}.png`]?.length).to.be.greaterThan(100);
    }
  });

  it('makes the same bytes of the same source, each time', async () => {
    for (const target of ['chrome', 'firefox'] as const) {
      const [one, other] = [zipOf(await filesFor(target, options)), zipOf(await filesFor(target, options))];
      expect(Buffer.from(one).equals(Buffer.from(other))).to.equal(true);
    }
  });

  it('asks for no host at installing, runs nothing from elsewhere, and opens nothing to pages', async () => {
    for (const target of ['chrome', 'firefox']) {
      const made = await manifest(target);
      expect(made).to.not.have.any.keys(
        'host_permissions',
        'content_scripts',
        'web_accessible_resources',
        'externally_connectable',
      );
      expect(made.permissions).to.deep.equal(['storage', 'alarms', 'scripting']);
      const policy = JSON.stringify(made.content_security_policy);
      expect(policy).to.contain("script-src 'self'").and.to.contain("frame-ancestors 'none'");
      expect(policy).to.not.contain('unsafe');
    }
  });

  it('contains no code or markup made from text, and no address of anybody', async () => {
    for (const [name, bytes] of await filesFor('chrome', options)) {
      if (!/\.(js|html|css)$/.test(name)) continue;
      const text = new TextDecoder().decode(bytes);
      expect(
        /\beval\(|new Function|\bFunction\(|\.innerHTML\s*=[^=]|document\.write|importScripts/.exec(text),
        name,
      ).to.equal(null);
      expect(/<script[^>]+src="(?!\w+\.js")/.exec(text), name).to.equal(null);
    }
  });

  it('keeps what is put into pages small', async () => {
    const files = await filesFor('chrome', options);
    for (const name of ['lms-page.js', 'tool-frame.js'])
      expect(brotliCompressSync(files.get(name) ?? '').length, name).to.be.below(12 * 1024);
  });

  it('takes an institution’s address, https only', async () => {
    const set = readOptions(['--tool=https://countersign.college.example/']);
    expect(set.tools).to.deep.equal(['https://countersign.college.example']);
    const background = (await filesFor('firefox', set)).get('background.js');
    expect(new TextDecoder().decode(background)).to.contain('https://countersign.college.example');
    for (const word of ['--tool=http://college.example', '--tool=', '--tols=x'])
      expect(() => readOptions([word])).to.throw(UsageError);
  });

  it('passes the linter of the store for Firefox without a warning', () => {
    const linter = path.join(root, 'node_modules/.bin/web-ext');
    const words = [
      'lint',
      '--source-dir',
      path.join(directory, 'firefox'),
      '--no-config-discovery',
      '--output',
      'json',
    ];
    const { stdout } = spawnSync(linter, words, { encoding: 'utf8', timeout: 80_000 });
    const { errors, warnings, notices } = JSON.parse(stdout.slice(stdout.indexOf('{"count"'))) as Record<
      string,
      unknown
    >;
    expect({ errors, warnings, notices }).to.deep.equal({ errors: [], warnings: [], notices: [] });
  });
});
