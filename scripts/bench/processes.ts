import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';

/** What a process of the benchmark is asked to be. */
export type Task =
  | { readonly kind: 'part'; readonly name: string; readonly directory: string; readonly quick: boolean }
  | { readonly kind: 'server'; readonly name: string; readonly settings: unknown };

/** The one program, which every process of a run is started from. */
const program = require.resolve('./bench.ts');

/** Starts another process of the benchmark. It ends when this one does. */
export function startProcess(task: Task, nodeOptions: readonly string[] = []): ChildProcess {
  return fork(program, [JSON.stringify(task)], {
    execArgv: [...process.execArgv, ...nodeOptions],
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
}

/** The next message of a child. @throws Error where the child ends instead */
export async function messageOf<T>(child: ChildProcess): Promise<T> {
  const controller = new AbortController();
  const { signal } = controller;
  try {
    const message = once(child, 'message', { signal }).then(([content]) => content as T);
    const ended = once(child, 'exit', { signal }).then(([code]) => {
      throw new Error(`A process of the benchmark ended with ${code}.`);
    });
    const first = await Promise.race([message, ended]);
    // Whichever lost is called off below, and nobody waits for it.
    message.catch(() => {});
    ended.catch(() => {});
    return first;
  } finally {
    controller.abort();
  }
}
