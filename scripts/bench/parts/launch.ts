import path from 'node:path';
import { createHttpClient } from '../http-client.ts';
import { type LaunchedServer, startLaunchedServer } from '../launched-server.ts';
import { launch as launchOnce } from '../launching.ts';
import type { Part, Row } from '../part.ts';
import { cpuOfCalls } from '../server-handle.ts';
import { median } from '../statistics.ts';

const people = ['amelia', 'kwame', 'priya', 'tom', 'ines'];
const kinds = ['bare-launch', 'tool', 'stock-launch'] as const;
type Kind = (typeof kinds)[number];

/** What is the same for every launch that is not let off any of it. */
const why =
  'A bare launch keeps state and session in memory; ours are four commands to a database that is in the same process here, one of them flushed to disk, so that every process may end a launch and none is taken twice';

export const launch: Part = {
  title:
    'CPU of a whole launch in the tool’s process: login and launch, signed by an LMS in another process (ltijs: and the request it redirects to)',
  async run({ directory, quick }) {
    const client = createHttpClient();
    const servers = new Map<Kind, LaunchedServer>();
    try {
      for (const kind of kinds) servers.set(kind, await startLaunchedServer(kind, path.join(directory, kind)));
      let turn = 0;
      const launched = ({ url, lms }: LaunchedServer) => {
        turn += 1;
        return launchOnce(client, url, lms, people[turn % people.length] ?? 'amelia');
      };
      const [rounds, calls] = quick ? [3, 10] : [12, 40];
      const costs = new Map<Kind, number[]>(kinds.map((kind) => [kind, []]));
      // In turns, so that what else the machine does meets all three; the first rounds only warm up: the compiler takes a
      // thousand launches to settle.
      for (let round = quick ? -2 : -25; round < rounds; round += 1) {
        for (const [kind, server] of servers) {
          const cost = await cpuOfCalls(server, calls, () => launched(server));
          if (round >= 0) costs.get(kind)?.push(cost);
        }
      }
      const costOfKind = (kind: Kind) => median(costs.get(kind) ?? []);
      const [bare, tool, stock] = [costOfKind('bare-launch'), costOfKind('tool'), costOfKind('stock-launch')];
      const server = servers.get('tool');
      if (!server) throw new Error('The tool was not started.');
      const where = await server.sharesDuring(() => cpuOfCalls(server, calls * 3, () => launched(server)));
      const toBare: Row = {
        what: 'against bare jose + express',
        measured: tool / bare,
        unit: 'times CPU',
        aim: 2.5,
        why,
      };
      const toStock: Row = { what: 'against stock ltijs', measured: tool / stock, unit: 'times CPU', aim: 1 / 3, why };
      return [
        { what: 'bare jose + express', measured: bare, unit: 'ms CPU' },
        { what: 'Countersign', measured: tool, unit: 'ms CPU' },
        { what: 'of which the embedded database’s own', measured: tool * where.embedded, unit: 'ms CPU' },
        { what: 'stock ltijs with its mongoose', measured: stock, unit: 'ms CPU' },
        tool / bare > 2.5 ? { ...toBare, note: where.words } : toBare,
        tool / stock > 1 / 3 ? { ...toStock, note: where.words } : toStock,
      ];
    } finally {
      for (const server of servers.values()) await server.close();
      client.close();
    }
  },
};
