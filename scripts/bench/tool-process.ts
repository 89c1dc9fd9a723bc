import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { freePort } from './launched-server.ts';

const program = path.resolve(__dirname, '../../dist/server/server.js');

/** The built tool, started as an installation starts it. */
export type ToolProcess = {
  /** From the start of the process to its "ready", in milliseconds. */
  readonly startTime: number;
  /** Resident memory now, in MB; null where the system does not tell. */
  residentMegabytes(): number | null;
  stop(): Promise<void>;
};

function residentOf({ pid }: ChildProcess): number | null {
  if (process.platform === 'win32') return null;
  return Number(execFileSync('ps', ['-o', 'rss=', '-p', String(pid)], { encoding: 'utf8' })) / 1_000;
}

/** Starts the built tool on a data directory and waits until it is ready. @throws Error where it ends instead */
export async function startToolProcess(dataDir: string): Promise<ToolProcess> {
  const port = await freePort();
  const settings = { PORT: String(port), DATA_DIR: dataDir, LOG_LEVEL: 'info', NODE_ENV: '' };
  const started = performance.now();
  const child = spawn(process.execPath, [program], {
    cwd: dataDir,
    env: { ...process.env, ...settings, DATABASE_URL: '' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = once(child, 'exit');
  const ready = new Promise<void>((resolve) => {
    createInterface(child.stdout).on('line', (line) => line.includes('Countersign is ready') && resolve());
  });
  const failed = ended.then(() => Promise.reject(new Error('The tool ended at its start.')));
  failed.catch(() => {});
  await Promise.race([ready, failed]);
  return {
    startTime: performance.now() - started,
    residentMegabytes: () => residentOf(child),
    async stop() {
      child.kill('SIGTERM');
      await ended;
    },
  };
}
