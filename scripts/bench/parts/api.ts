import path from 'node:path';
import { createHttpClient } from '../http-client.ts';
import { freePort, startLaunchedServer } from '../launched-server.ts';
import { launch } from '../launching.ts';
import type { Part } from '../part.ts';
import { cpuOfCalls, startServer } from '../server-handle.ts';
import { median } from '../statistics.ts';

const aim = 0.2;
const why = 'What the bare route has not: headers, log, deadlines, session, role, schema and entity tag';

/** What a call costs before any work of its own: session, role, names, headers, log. */
export const api: Part = {
  title:
    'CPU of GET /api/me over HTTP with a real session, one call after the other as when a panel opens, against the same reply from a bare express route',
  async run({ directory, quick }) {
    const client = createHttpClient();
    const port = await freePort();
    const tool = await startLaunchedServer('tool', path.join(directory, 'tool'));
    const bare = await startServer('bare-api', { port });
    try {
      const newSession = async (): Promise<string> => {
        const page = await launch(client, tool.url, tool.lms, 'priya');
        const token = /"token":"([^"]+)"/.exec(page)?.[1];
        if (!token) throw new Error('The launch page holds no session.');
        return token;
      };
      const inUse = await newSession();
      const get = async (url: string, path = '/api/me', token = inUse) => {
        const headers = { authorization: `Bearer ${token}` };
        const { status, text } = await client.send({ method: 'GET', url: url + path, headers });
        if (status !== 200) throw new Error(`GET ${path} was answered with ${status}: ${text}`);
      };
      const [rounds, calls] = quick ? [3, 50] : [12, 250];
      const [toolCosts, layerCosts, bareCosts]: [number[], number[], number[]] = [[], [], []];
      for (let round = quick ? -2 : -16; round < rounds; round += 1) {
        const toolCost = await cpuOfCalls(tool, calls, () => get(tool.url));
        const layerCost = await cpuOfCalls(tool, calls, () => get(tool.url, '/healthz'));
        const bareCost = await cpuOfCalls(bare, calls, () => get(`http://localhost:${port}`));
        if (round < 0) continue;
        toolCosts.push(toolCost);
        layerCosts.push(layerCost);
        bareCosts.push(bareCost);
      }
      const firstCosts: number[] = [];
      for (let round = 0; round < rounds; round += 1) {
        const fresh: string[] = [];
        while (fresh.length < (quick ? 5 : 30)) fresh.push(await newSession());
        const next = () => get(tool.url, '/api/me', fresh.pop());
        firstCosts.push(await cpuOfCalls(tool, fresh.length, next));
      }
      const [ours, theirs] = [median(toolCosts), median(bareCosts)];
      const overhead = ours - theirs;
      const row = { what: 'overhead of a call', measured: overhead, unit: 'ms CPU', aim, why };
      const where = await tool.sharesDuring(() => cpuOfCalls(tool, calls * 3, () => get(tool.url)));
      return [
        { what: 'bare express route', measured: theirs, unit: 'ms CPU' },
        { what: 'Countersign', measured: ours, unit: 'ms CPU' },
        { what: 'its HTTP layer without a session, /healthz', measured: median(layerCosts), unit: 'ms CPU' },
        {
          what: 'the first call of a session, which nothing is remembered of',
          measured: median(firstCosts),
          unit: 'ms CPU',
        },
        { what: 'of a call, the embedded database’s own', measured: ours * where.embedded, unit: 'ms CPU' },
        overhead > aim ? { ...row, note: where.words } : row,
      ];
    } finally {
      await bare.close();
      await tool.close();
      client.close();
    }
  },
};
