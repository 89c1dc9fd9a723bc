import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect } from 'chai';
import { freePort } from '../../builders/tool/running-demo.ts';

const root = path.resolve(__dirname, '../../..');

/** `npm start` as a newcomer runs it: until it is ready, or has ended. */
async function start(settings: Record<string, string>) {
  const { DATABASE_URL: _, ...environment } = process.env;
  const child = spawn(process.execPath, ['-r', 'esbuild-register', 'scripts/start/start.ts'], {
    cwd: root,
    env: { ...environment, ...settings },
  });
  let text = '';
  const gather = (chunk: Buffer) => {
    text += chunk.toString();
  };
  child.stdout.on('data', gather);
  child.stderr.on('data', gather);
  const ready = new Promise<void>((resolve) => {
    child.stdout.on('data', () => text.includes('is running') && resolve());
    child.once('exit', () => resolve());
  });
  await ready;
  return { child, text: () => text };
}

async function end(child: ChildProcess): Promise<number | null> {
  if (child.exitCode !== null) return child.exitCode;
  const exit = once(child, 'exit');
  child.kill('SIGTERM');
  const [code] = await exit;
  return code as number | null;
}

describe('npm start', function () {
  this.timeout(60_000);
  let directory: string;
  let settings: Record<string, string>;
  beforeEach(async () => {
    directory = await mkdtemp(path.join(tmpdir(), 'countersign-'));
    settings = { DATA_DIR: directory, PORT: String(await freePort()), LMS_PORT: String(await freePort()) };
  });
  afterEach(() => rm(directory, { recursive: true, force: true }));

  it('starts tool and demo LMS, says which address to open, ends cleanly, and finds its data again', async () => {
    const first = await start(settings);
    expect(first.text())
      .to.contain(`http://127.0.0.1:${settings.LMS_PORT}`)
      .and.to.contain(`http://localhost:${settings.PORT}`);
    const keys = async () => (await fetch(`http://localhost:${settings.PORT}/lti/keys`)).text();
    const before = await keys();
    expect((await fetch(`http://127.0.0.1:${settings.LMS_PORT}/`)).status).to.equal(200);
    expect(await end(first.child)).to.equal(0);
    const second = await start(settings);
    expect(second.text()).to.contain('is running');
    expect(await keys()).to.equal(before);
    await end(second.child);
  });

  it('says which setting to change when a port is taken, without a stack', async () => {
    const taken = createServer().listen(0, '127.0.0.1');
    await once(taken, 'listening');
    const { port } = taken.address() as { port: number };
    for (const name of ['PORT', 'LMS_PORT']) {
      const { child, text } = await start({ ...settings, [name]: String(port) });
      expect(await end(child)).to.equal(1);
      expect(text()).to.contain(`Port ${port} is taken`).and.to.contain(`${name}=`);
      expect(text()).not.to.contain('    at ');
    }
    await new Promise((resolve) => taken.close(resolve));
  });

  it('refuses a second start on the same data in one sentence', async () => {
    const first = await start(settings);
    const second = await start({ ...settings, PORT: String(await freePort()), LMS_PORT: String(await freePort()) });
    expect(await end(second.child)).to.equal(1);
    expect(second.text()).not.to.contain('    at ');
    expect(second.text()).to.match(/already|another|running/i);
    await end(first.child);
  });
});
