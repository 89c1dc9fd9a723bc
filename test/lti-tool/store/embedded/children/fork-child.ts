import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';

/** Starts one of the scripts beside this file as a process of its own. */
export function forkChild(script: string, args: readonly string[]): ChildProcess {
  return fork(join(__dirname, script), args, { execArgv: ['-r', 'esbuild-register'] });
}

/** The next message of a child; an empty object when it ends instead. */
export async function nextMessage(child: ChildProcess): Promise<Record<string, unknown>> {
  const ended = once(child, 'exit').then(() => [{}]);
  const [message] = await Promise.race([once(child, 'message'), ended]);
  return message;
}

/** Kills a child at once, as a power cut would, and waits until it is gone. */
export async function killHard(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  child.kill('SIGKILL');
  await once(child, 'exit');
}
