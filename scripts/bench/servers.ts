import { cpuTime } from './measuring.ts';
import { startProfiling, type TimeShares } from './profiling.ts';
import { serveBareApi } from './servers/bare-api.ts';
import { serveBareLaunch } from './servers/bare-launch.ts';
import { serveStockLaunch } from './servers/stock-launch.ts';
import { serveTool } from './servers/tool.ts';
import type { Question, Serving } from './serving.ts';

type Serve = (settings: never) => Promise<Serving>;

const servers: Readonly<Record<string, Serve>> = {
  tool: serveTool,
  'bare-launch': serveBareLaunch,
  'stock-launch': serveStockLaunch,
  'bare-api': serveBareApi,
};

/** Starts a server in this process and answers questions about it until told to close. */
export async function serve(name: string, settings: unknown): Promise<void> {
  const start = servers[name];
  if (!start) throw new Error(`There is no server ${name}.`);
  const serving = await start(settings as never);
  let stopProfiling: (() => Promise<TimeShares>) | null = null;
  const answers: Readonly<Record<Question, () => unknown>> = {
    cpu: cpuTime,
    profile: async () => {
      stopProfiling = await startProfiling();
      return null;
    },
    shares: async () => (await stopProfiling?.()) ?? null,
    close: () => serving.close().then(() => null),
  };
  process.on('message', async (question: Question) => {
    process.send?.({ answer: await answers[question]() });
    if (question === 'close') process.disconnect?.();
  });
  process.send?.({ answer: 'ready' });
}
