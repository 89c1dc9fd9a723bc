import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { openStore, type Store } from '../../lti-tool/store/store.ts';
import { runAdmin } from '../../scripts/admin/admin.ts';
import { type DemoLms, startDemoLms } from '../../scripts/demo-lms/demo-lms.ts';
import { freshDatabase } from '../builders/tool/database.ts';
import { freePort } from '../builders/tool/running-demo.ts';
import { type RoundRobinProxy, startRoundRobinProxy } from './round-robin-proxy.ts';
import { type ToolProcess, toolProcess } from './tool-process.ts';

const sample = path.resolve(__dirname, '../../lti-tool/store/sample/customer-service.json');

export type RunningTools = {
  readonly url: string;
  readonly databaseUrl: string;
  readonly lms: DemoLms;
  readonly tools: readonly ToolProcess[];
  readonly store: Store;
  close(): Promise<void>;
};

/** Several tools on one fresh database behind one address, connected to a demo LMS by the admin commands. */
export async function startTools(count: number): Promise<RunningTools> {
  const given = process.env.DATABASE_URL;
  if (!given) throw new Error('Several processes need a MongoDB: run npm run test:mongodb, or set DATABASE_URL.');
  const databaseUrl = freshDatabase(given);
  const dataDir = await mkdtemp(path.join(tmpdir(), 'countersign-'));
  const proxy: RoundRobinProxy = await startRoundRobinProxy();
  const url = `http://localhost:${proxy.port}`;
  const settings = {
    PUBLIC_URL: url,
    DATA_DIR: dataDir,
    DATABASE_URL: databaseUrl,
    SECRET: 'the same secret for every process',
    RATE_LIMIT: 'off',
  };
  const ports: number[] = [];
  for (let index = 0; index < count; index += 1) ports.push(await freePort());
  const tools = ports.map((port) => toolProcess({ ...settings, PORT: String(port) }));
  await Promise.all(tools.map((tool) => tool.start()));
  proxy.forwardTo(ports);
  const lms = await startDemoLms({
    port: 0,
    tool: { loginUrl: `${url}/lti/login`, launchUrl: `${url}/lti/launch`, jwksUrl: `${url}/lti/keys`, origin: url },
  });
  await connect(lms, settings);
  const store = await openStore(databaseUrl);
  return {
    url,
    databaseUrl,
    lms,
    tools,
    store,
    async close() {
      await Promise.all(tools.map((tool) => tool.kill()));
      await proxy.close();
      await lms.close();
      await store.close();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

async function connect(lms: DemoLms, settings: Readonly<Record<string, string>>): Promise<void> {
  const { issuer, clientId, deploymentId, authUrl, tokenUrl, jwksUrl } = lms.platform;
  const platform = ['--issuer', issuer, '--client-id', clientId, '--deployment-id', deploymentId];
  const addresses = ['--auth-url', authUrl, '--token-url', tokenUrl, '--jwks-url', jwksUrl];
  await runAdmin(['qualification', 'import', '--file', sample], settings);
  await runAdmin(['platform', 'add', '--name', 'Demo LMS', ...platform, ...addresses], settings);
  const context = ['--context-id', lms.courses()[0]?.contextId ?? ''];
  const trainee = ['--user-id', lms.person('tom').sub, '--role', 'traineeAssessor'];
  await runAdmin(['person', 'role', ...platform, ...context, ...trainee], settings);
}
