import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { createInterface } from 'node:readline';

const server = path.resolve(__dirname, '../../dist/server/server.js');

/** A tool in a process of its own that can be killed and started again. */
export type ToolProcess = {
  /** Resolves when it answers requests. */
  start(): Promise<void>;
  /** Ends it at once, without a chance to tidy up. */
  kill(): Promise<void>;
};

export function toolProcess(settings: Readonly<Record<string, string>>): ToolProcess {
  let running: ChildProcess | null = null;
  let complaints = '';
  process.once('exit', () => running?.kill('SIGKILL'));
  return {
    async start() {
      const env = { PATH: process.env.PATH ?? '', ...settings, LOG_LEVEL: 'info' };
      const child = spawn(process.execPath, [server], { env, stdio: ['ignore', 'pipe', 'pipe'] });
      running = child;
      child.stderr.setEncoding('utf8').on('data', (text: string) => {
        complaints += text;
      });
      const lines = createInterface(child.stdout);
      await new Promise<void>((resolve, reject) => {
        lines.on('line', (line) => line.includes('Countersign is ready') && resolve());
        child.once('exit', (code) => reject(new Error(`A tool ended with ${code} at its start: ${complaints}`)));
      });
    },
    async kill() {
      if (running === null || running.exitCode !== null || running.signalCode !== null) return;
      const ended = once(running, 'exit');
      running.kill('SIGKILL');
      await ended;
    },
  };
}
