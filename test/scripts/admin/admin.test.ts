import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect } from 'chai';
import { runAdmin } from '../../../scripts/admin/admin.ts';
import { UsageError } from '../../../scripts/admin/arguments.ts';
import { freshDatabase } from '../../builders/tool/database.ts';
import { eventually } from '../../builders/tool/eventually.ts';
import { type RunningDemo, startRunningDemo } from '../../builders/tool/running-demo.ts';
import { uploadFile } from '../../builders/tool/upload-file.ts';

const platform = [
  ['--name', 'College'],
  ['--issuer', 'https://lms.example'],
  ['--client-id', 'client-1'],
  ['--auth-url', 'https://lms.example/auth'],
  ['--token-url', 'https://lms.example/token'],
  ['--jwks-url', 'https://lms.example/jwks'],
].flat();

describe('admin commands', () => {
  let directory: string;
  let settings: Record<string, string>;
  beforeEach(async () => {
    directory = await mkdtemp(path.join(tmpdir(), 'countersign-'));
    const given = process.env.DATABASE_URL;
    settings = { DATA_DIR: directory, ...(given ? { DATABASE_URL: freshDatabase(given) } : {}) };
  });
  afterEach(() => rm(directory, { recursive: true, force: true }));
  const run = (...words: string[]) => runAdmin(words, settings);
  const usageFault = async (...words: string[]): Promise<string> => {
    const fault = await run(...words).catch((error: unknown) => error);
    expect(fault).to.be.instanceOf(UsageError);
    return (fault as UsageError).message;
  };

  it('add, list and remove platforms', async () => {
    expect(await run('platform', 'list')).to.contain('No platform yet');
    expect(await run('platform', 'add', ...platform, '--deployment-id', '7')).to.contain('Added College');
    expect(await run('platform', 'list'))
      .to.contain('https://lms.example')
      .and.to.contain('client-1')
      .and.to.contain('7');
    expect(await run('platform', 'remove', '--issuer', 'https://lms.example', '--client-id', 'client-1')).to.contain(
      'Removed',
    );
    expect(await run('platform', 'list')).to.contain('No platform yet');
  });

  it('invite a platform, and activate one', async () => {
    const text = await run('platform', 'invite', '--issuer-host', 'https://Moodle.example/', '--hours', '2');
    expect(text).to.match(/\/lti\/register\?invitation=[\w-]{43}\n/);
    expect(text).to.contain('for moodle.example only').and.to.contain('platform activate');
    expect(await run('platform', 'invite', '--activate'))
      .to.contain('for any LMS')
      .and.to.contain('as soon as');
    expect(await usageFault('platform', 'invite', '--hours', '0')).to.contain('--hours');
    expect(await usageFault('platform', 'invite', '--issuer-host', 'a b')).to.contain('--issuer-host');
    expect(await usageFault('platform', 'activate', '--issuer', 'https://none.example', '--client-id', 'x')).to.contain(
      'no such platform',
    );
  });

  it('change keys and secret', async () => {
    expect(await run('keys', 'list')).to.contain('No key yet');
    await run('platform', 'add', ...platform);
    expect(await run('keys', 'list'))
      .to.contain('current')
      .and.to.contain('https://lms.example');
    expect(await run('keys', 'rotate')).to.contain('published and signs from');
    expect(await run('keys', 'rotate')).to.contain('left as it is');
    expect(await run('keys', 'list')).to.contain('next');
    expect(await usageFault('keys', 'rotate', '--issuer', 'https://lms.example')).to.contain('neither');
    expect(await usageFault('keys', 'rotate', '--issuer', 'https://none.example', '--client-id', 'x')).to.contain(
      'no such platform',
    );
    const file = path.join(directory, 'secret');
    const [old] = (await readFile(file, 'utf8')).split('\n');
    expect(await usageFault('secret', 'rotate', '--restarted')).to.contain('No change');
    expect(await run('secret', 'rotate')).to.contain('Restart every process');
    const [fresh, previous] = (await readFile(file, 'utf8')).split('\n');
    expect(previous).to.equal(old).and.not.to.equal(fresh);
    expect((await stat(file)).mode & 0o777).to.equal(0o600);
    expect(await usageFault('secret', 'rotate')).to.contain('--restarted');
    expect(await run('keys', 'list')).to.contain('current');
    expect(await run('secret', 'rotate', '--restarted')).to.contain('Sealed 4 keys and tokens');
    expect(await readFile(file, 'utf8')).to.equal(`${fresh}\n`);
  });

  it('say how to change a secret that the environment gives', async () => {
    const given = { ...settings, SECRET: 'a'.repeat(40) };
    await runAdmin(['platform', 'add', ...platform], given);
    expect(await runAdmin(['secret', 'rotate'], given)).to.contain('SECRET_PREVIOUS');
    const both = { ...settings, SECRET: 'b'.repeat(40), SECRET_PREVIOUS: 'a'.repeat(40) };
    expect(await runAdmin(['secret', 'rotate', '--restarted'], both))
      .to.contain('Sealed 2')
      .and.to.contain('Remove');
    const alone = { ...settings, SECRET: 'b'.repeat(40) };
    expect(await runAdmin(['keys', 'rotate', '--now'], alone)).to.contain('signs from');
  });

  it('print what the LMS administrator enters', async () => {
    const text = await runAdmin(['platform', 'settings'], { ...settings, PUBLIC_URL: 'https://tool.example' });
    for (const url of [
      'https://tool.example/lti/launch',
      'https://tool.example/lti/login',
      'https://tool.example/lti/keys',
    ])
      expect(text).to.contain(url);
  });

  it('say what is missing or not understood', async () => {
    expect(await usageFault('platform', 'add', '--name', 'College')).to.contain('--issuer');
    expect(await usageFault('platform', 'add', '--nonsense', 'x')).to.contain('nonsense');
    expect(await usageFault('platform', 'explode')).to.contain('platform explode');
    expect(await usageFault('platform', 'remove', '--issuer', 'https://none.example', '--client-id', 'x')).to.contain(
      'no such platform',
    );
  });

  it('import a qualification, and name every fault of a file that is not one', async () => {
    const criteria = [{ ref: '1.1', text: 'Explain' }];
    const units = [
      {
        ref: '301',
        title: 'Unit',
        mandatory: true,
        credit: null,
        outcomes: [{ ref: '1', title: 'Outcome', criteria }],
      },
    ];
    const good = { number: '603/0001/1', title: 'Award', level: 3, awardingOrganisation: 'AO', version: '2', units };
    const file = path.join(directory, 'specification.json');
    await writeFile(file, JSON.stringify(good));
    expect(await run('qualification', 'import', '--file', file)).to.contain('603/0001/1');
    await writeFile(file, JSON.stringify({ ...good, level: 'three', units: [...units, ...units] }));
    const fault = (await run('qualification', 'import', '--file', file).catch((error: unknown) => error)) as Error;
    expect(fault.message).to.contain('level').and.to.contain('the same ref is used twice');
  });

  describe('beside a running tool', () => {
    let demo: RunningDemo;
    before(async function () {
      this.timeout(60_000);
      demo = await startRunningDemo();
    });
    after(() => demo.close());

    it('join its database, and the tool knows at once', async () => {
      await runAdmin(['platform', 'add', ...platform], demo.settings);
      expect(await runAdmin(['platform', 'list'], demo.settings))
        .to.contain('Demo LMS')
        .and.to.contain('College');
      expect(await demo.tool.edge.registrations.find('https://lms.example', 'client-1')).to.deep.include({
        name: 'College',
      });
    });

    it('export a person, and erase them when told twice', async () => {
      const token = await demo.launch('kwame');
      const { enrolmentId } = (await demo.api(token, 'GET', '/api/me')).body as { enrolmentId: string };
      const wording = { title: 'Bookings by Kwame', method: 'observation', narrative: 'I, Kwame', links: [] };
      const made = await demo.api(token, 'POST', `/api/enrolments/${enrolmentId}/evidence`, wording);
      const { id } = made.body as { id: string };
      await uploadFile(demo, token, id, 'Kwame notes.txt', Buffer.from('my notes'));
      const { issuer, clientId, deploymentId } = demo.lms.platform;
      const user = demo.lms.person('kwame').sub;
      const whom = ['--issuer', issuer, '--client-id', clientId, '--deployment-id', deploymentId, '--user-id', user];
      const folder = path.join(directory, 'kwame');
      expect(await runAdmin(['person', 'export', ...whom, '--to', folder], demo.settings)).to.contain(
        '1 evidence items',
      );
      const content = JSON.parse(await readFile(path.join(folder, 'person.json'), 'utf8'));
      expect(content.person.name).to.equal('Kwame Boateng');
      const files = await readdir(path.join(folder, 'files'));
      expect(files).to.have.length(1);
      expect(await readFile(path.join(folder, 'files', files[0] ?? ''), 'utf8')).to.equal('my notes');
      const erase = ['person', 'erase', ...whom];
      expect(await runAdmin(erase, demo.settings))
        .to.contain('would erase Kwame Boateng')
        .and.to.contain('--confirm');
      const wrong = await runAdmin([...erase, '--confirm', 'yes'], demo.settings).catch((error: unknown) => error);
      expect(wrong).to.be.instanceOf(UsageError);
      expect((await demo.api(token, 'GET', '/api/me')).status).to.equal(200);
      expect(await runAdmin([...erase, '--confirm', user], demo.settings)).to.contain('Erased');
      // The running tool may remember a session for two seconds.
      const ended = async () => {
        expect((await demo.api(token, 'GET', '/api/me')).status).to.equal(401);
      };
      await eventually(ended, 5_000);
      const gone = await runAdmin(erase, demo.settings).catch((error: unknown) => error);
      expect(String(gone)).to.contain('no such person');
      expect(await runAdmin(['audit', 'verify'], demo.settings)).to.contain('is whole');
    });

    it('set a role that works at the next call', async () => {
      const token = await demo.launch('kwame');
      const { issuer, clientId, deploymentId } = demo.lms.platform;
      const course = demo.lms.courses()[0];
      const words = [
        '--issuer',
        issuer,
        '--client-id',
        clientId,
        '--deployment-id',
        deploymentId,
        '--context-id',
        course?.contextId ?? '',
        '--user-id',
        demo.lms.person('kwame').sub,
      ];
      await runAdmin(['person', 'role', ...words, '--role', 'eqa'], demo.settings);
      expect((await demo.api(token, 'GET', '/api/me')).body).to.deep.include({ role: 'eqa' });
      const fault = await runAdmin(['person', 'role', ...words, '--role', 'king'], demo.settings).catch(
        (error: unknown) => error,
      );
      expect(fault).to.be.instanceOf(UsageError);
    });

    it("verify progress and history, and find an edit behind the application's back", async () => {
      const token = await demo.launch('amelia');
      const me = (await demo.api(token, 'GET', '/api/me')).body as { enrolmentId: string };
      const wording = { title: 'Call', method: 'product', narrative: '', links: [] };
      const { id } = (await demo.api(token, 'POST', `/api/enrolments/${me.enrolmentId}/evidence`, wording)).body as {
        id: string;
      };
      await demo.api(token, 'POST', `/api/evidence/${id}/ticks`, { tick: ['201/1.1'], untick: [] });
      expect(await runAdmin(['progress', 'verify'], demo.settings)).to.contain('equals');
      expect(await runAdmin(['audit', 'verify'], demo.settings)).to.contain('whole');
      const { evidence } = demo.tool.store.stores;
      await evidence.each(async (item) => {
        const history = item.history.map((entry, index) =>
          index === 0 ? { ...entry, at: '2020-01-01T00:00:00.000Z' } : entry,
        );
        await evidence.replace({ ...item, history }, item.version);
      });
      const fault = (await runAdmin(['audit', 'verify'], demo.settings).catch((error: unknown) => error)) as Error;
      expect(fault.message).to.contain(id);
    });
  });
});
