import { mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { type DemoLms, type DemoLmsOptions, startDemoLms } from '../../../scripts/demo-lms/demo-lms.ts';
import { ask } from './support/lms-client.ts';

describe('demo LMS, its state file', () => {
  let folder = '';
  let statePath = '';
  const origin = 'http://127.0.0.1:9';
  const tool = { loginUrl: `${origin}/login`, launchUrl: `${origin}/launch`, jwksUrl: `${origin}/keys`, origin };

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'demo-lms-'));
    statePath = join(folder, 'deep', 'state.json');
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  async function running<T>(use: (lms: DemoLms) => T | Promise<T>, options: Partial<DemoLmsOptions> = {}): Promise<T> {
    const lms = await startDemoLms({ port: 0, tool, statePath, ...options });
    try {
      return await use(lms);
    } finally {
      await lms.close();
    }
  }
  const failure = (start: Promise<unknown>): Promise<string> =>
    start.then(
      () => 'started',
      (error: Error) => error.message,
    );

  it('keeps grades, people, key and client id from one start to the next', async () => {
    const before = await running(async (lms) => {
      lms.overrideGrade('2', 'kwame', { score: 42, comment: 'kept' });
      lms.enrol({ courseId: '2', role: 'student', givenName: 'Noor', familyName: 'Aziz' });
      return { clientId: lms.platform.clientId, keys: (await ask(lms, lms.platform.jwksUrl)).json() };
    });
    await running(async (lms) => {
      expect(lms.platform.clientId).to.equal(before.clientId);
      expect((await ask(lms, lms.platform.jwksUrl)).json()).to.deep.equal(before.keys);
      expect(lms.gradebook('2').find((row) => row.person === 'kwame')).to.include({ score: 42, comment: 'kept' });
      expect(lms.gradebook('2').map((row) => row.name)).to.include('Noor Aziz');
    });
  });

  it('leaves no temporary file behind and lets nobody else read the key', async () => {
    await running(() => undefined);
    expect(readdirSync(join(folder, 'deep'))).to.deep.equal(['state.json']);
    if (process.platform !== 'win32') expect(statSync(statePath).mode & 0o077).to.equal(0);
  });

  it('forgets everything without a file', async () => {
    const options = { port: 0, tool };
    const [one, other] = await Promise.all([startDemoLms(options), startDemoLms(options)]);
    expect(one.platform.clientId).not.to.equal(other.platform.clientId);
    await Promise.all([one.close(), other.close()]);
  });

  it('refuses a file of another manner, or of another make, and says what to do', async () => {
    await running(() => undefined);
    expect(await failure(running(() => undefined, { manner: 'canvas' }))).to.contain('give another path');
    writeFileSync(statePath, '{"version":');
    expect(await failure(running(() => undefined))).to.contain('move it away');
  });

  it('refuses a public address with a path', async () => {
    const start = running(() => undefined, { publicUrl: 'https://lms.example/moodle' });
    expect(await failure(start)).to.contain('without a path');
  });
});
