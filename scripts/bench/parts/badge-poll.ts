import { createHash } from 'node:crypto';
import path from 'node:path';
import { createHttpClient } from '../http-client.ts';
import { startLaunchedServer } from '../launched-server.ts';
import { launch } from '../launching.ts';
import type { Part } from '../part.ts';
import { cpuOfCalls } from '../server-handle.ts';
import { median } from '../statistics.ts';

const why =
  'Token and roles are asked of the database at every poll, so that a token taken back and a changed role count at once; with the HTTP layer of Express that is nearly all of it';
/** 2,000 polls a second on one core. */
const aim = 0.5;
const verifier = 'v'.repeat(43);
const challenge = createHash('sha256').update(verifier).digest('base64url');

type Ask = (method: string, path: string, token: string | null, body?: object) => Promise<Response>;

/** Pairs an extension with a session and answers with its token. */
async function pair(ask: Ask, session: string): Promise<string> {
  const offer = await ask('POST', '/api/extension-tokens', session, { challenge, label: 'Bench' });
  const { code } = (await offer.json()) as { code: string };
  return ((await (await ask('POST', '/extension/pair', null, { code, verifier })).json()) as { token: string }).token;
}

/** What it costs that every browser asks every minute whether anything is new, and nothing is. */
export const badgePoll: Part = {
  title: 'CPU of an unchanged badge poll over HTTP: GET /extension/counts answered with 304',
  async run({ directory, quick }) {
    const client = createHttpClient();
    const tool = await startLaunchedServer('tool', path.join(directory, 'tool'));
    const ask: Ask = (method, path, token, body) =>
      fetch(tool.url + path, {
        method,
        headers: { ...(token ? { authorization: `Bearer ${token}` } : {}), 'content-type': 'application/json' },
        ...(body ? { body: JSON.stringify(body) } : {}),
      });
    try {
      const session = /"token":"([^"]+)"/.exec(await launch(client, tool.url, tool.lms, 'priya'))?.[1];
      if (!session) throw new Error('The launch page holds no session.');
      const token = await pair(ask, session);
      const tag = async () => (await ask('GET', '/extension/counts', token)).headers.get('etag') ?? '';
      let known = await tag();
      let changed = 0;
      const poll = async () => {
        const headers = { authorization: `Bearer ${token}`, 'if-none-match': known };
        const { status } = await client.send({ method: 'GET', url: `${tool.url}/extension/counts`, headers });
        if (status === 304) return;
        // The tag is renewed every ten minutes.
        changed += 1;
        if (status !== 200 || changed > 2) throw new Error(`A poll was answered with ${status}.`);
        known = await tag();
      };
      const [rounds, calls] = quick ? [3, 50] : [12, 400];
      const costs: number[] = [];
      for (let round = -8; round < rounds; round += 1) {
        const cost = await cpuOfCalls(tool, calls, poll);
        if (round >= 0) costs.push(cost);
      }
      const cost = median(costs);
      const row = { what: 'an unchanged poll', measured: cost, unit: 'ms CPU', aim, why };
      const note = `${Math.round(1000 / cost)} polls a second on one core`;
      const where = () => tool.sharesDuring(() => cpuOfCalls(tool, calls * 3, poll));
      return [{ ...row, note: cost > aim ? `${note}; ${(await where()).words}` : note }];
    } finally {
      await tool.close();
      client.close();
    }
  },
};
