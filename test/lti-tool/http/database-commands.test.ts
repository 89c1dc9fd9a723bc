import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect } from 'chai';
import mongoose, { type Connection } from 'mongoose';
import { readConfig } from '../../../lti-tool/config.ts';
import { runningEmbeddedUrl } from '../../../lti-tool/store/embedded/embedded-database.ts';
import { startTool, type Tool } from '../../../lti-tool/tool.ts';
import { type DemoLms, startDemoLms } from '../../../scripts/demo-lms/demo-lms.ts';
import { launchWithoutBrowser } from '../../../scripts/start/launch-without-browser.ts';
import { addSampleQualification } from '../../builders/tool/centre.ts';
import { freePort } from '../../builders/tool/running-demo.ts';

type Commands = { readonly reads: number; readonly writes: number };

const reading = ['find', 'aggregate', 'count', 'distinct', 'getMore'];
const writing = ['insert', 'update', 'delete', 'findAndModify'];
const silent = { info: () => {}, warn: () => {}, error: () => {} };
/** Longer than anything is remembered but the hour and the minute of the last launch. */
const untilForgotten = 6_000;

describe('the database commands of', () => {
  let directory: string;
  let tool: Tool;
  let lms: DemoLms;
  let connection: Connection;
  const clock = { ahead: 0, now: () => Date.now() + clock.ahead };

  before(async () => {
    directory = await mkdtemp(path.join(tmpdir(), 'countersign-'));
    const port = await freePort();
    const url = `http://localhost:${port}`;
    const addresses = { loginUrl: `${url}/lti/login`, launchUrl: `${url}/lti/launch`, jwksUrl: `${url}/lti/keys` };
    lms = await startDemoLms({ port: 0, tool: { ...addresses, origin: url } });
    const settings = { PORT: String(port), PUBLIC_URL: url, DATA_DIR: directory, RATE_LIMIT: 'off', PUBLISHER: 'off' };
    tool = await startTool(readConfig(settings), silent, clock);
    await addSampleQualification(tool.store.stores);
    for (const { issuer, clientId, authUrl, tokenUrl, jwksUrl, deploymentIds } of lms.registrations) {
      const platform = { name: 'LMS', issuer, clientId, deploymentIds };
      await tool.edge.registrations.add({ ...platform, authenticationUrl: authUrl, tokenUrl, jwksUrl });
    }
    const database = await runningEmbeddedUrl(path.join(directory, 'database'));
    connection = await mongoose.createConnection(database ?? '').asPromise();
  });
  after(async () => {
    await connection.close();
    await tool.close();
    await lms.close();
    await rm(directory, { recursive: true, force: true });
  });

  async function soFar(): Promise<Commands> {
    const status = await connection.db?.admin().serverStatus();
    const commands: Readonly<Record<string, { total: number }>> = status?.metrics.commands;
    const sum = (names: readonly string[]) => names.reduce((total, name) => total + (commands[name]?.total ?? 0), 0);
    return { reads: sum(reading), writes: sum(writing) };
  }

  /** What some work costs; the least of a few times, since the tool now and then looks for work of its own. */
  async function costOf(work: () => Promise<unknown>, between = () => {}): Promise<Commands> {
    const costs: Commands[] = [];
    for (let time = 0; time < 3; time += 1) {
      between();
      const before = await soFar();
      await work();
      const { reads, writes } = await soFar();
      costs.push({ reads: reads - before.reads, writes: writes - before.writes });
    }
    const least = (of: keyof Commands) => Math.min(...costs.map((cost) => cost[of]));
    return { reads: least('reads'), writes: least('writes') };
  }
  const launch = (person = 'amelia') => launchWithoutBrowser({ lms, tool }, person);
  const forget = () => {
    clock.ahead += untilForgotten;
  };
  const me = async (token: string) => {
    const response = await fetch(`${tool.url}/api/me`, { headers: { authorization: `Bearer ${token}` } });
    expect(response.status).to.equal(200);
  };

  it('a learner’s launch among others are 1 read and 3 writes: the login, its end, the session', async () => {
    await launch();
    expect(await costOf(launch)).to.deep.equal({ reads: 1, writes: 3 });
  });

  it('the first launch after a while are 12 reads and 4 writes', async () => {
    await launch();
    expect(await costOf(launch, forget)).to.deep.equal({ reads: 12, writes: 4 });
  });

  it('an assessor’s launch are as few as a learner’s, and one more that asks for the list of people', async () => {
    await launch('priya');
    const { reads, writes } = await costOf(() => launch('priya'));
    expect([reads, writes]).to.deep.equal([1, 4]);
  });

  it('a call of a session in use are none', async () => {
    const token = await launch();
    await me(token);
    expect(await costOf(() => me(token))).to.deep.equal({ reads: 0, writes: 0 });
  });

  it('a call of a session that was not used for a while are a read of each thing it needs', async () => {
    const token = await launch();
    expect(await costOf(() => me(token), forget)).to.deep.equal({ reads: 7, writes: 0 });
  });
});
