import { messageOf, startProcess } from './processes.ts';
import type { TimeShares } from './profiling.ts';
import type { Question } from './serving.ts';

/** A server in another process, measured from here. */
export type ServerHandle = {
  /** Processor time so far, in milliseconds. */
  cpu(): Promise<number>;
  /** Where its time goes during some work. */
  sharesDuring(work: () => Promise<unknown>): Promise<TimeShares>;
  close(): Promise<void>;
};

/** Starts a server of `servers.ts` in a process of its own. @throws Error where it does not come up */
export async function startServer(name: string, settings: unknown): Promise<ServerHandle> {
  const child = startProcess({ kind: 'server', name, settings });
  const answer = async () => (await messageOf<{ readonly answer: unknown }>(child)).answer;
  const ask = (question: Question) => {
    const answered = answer();
    child.send(question);
    return answered;
  };
  await answer();
  return {
    cpu: async () => Number(await ask('cpu')),
    async sharesDuring(work) {
      await ask('profile');
      await work();
      return (await ask('shares')) as TimeShares;
    },
    async close() {
      await ask('close');
    },
  };
}

/** Processor time that a server takes for one of many calls, in milliseconds. */
export async function cpuOfCalls(server: ServerHandle, calls: number, call: () => Promise<unknown>): Promise<number> {
  const before = await server.cpu();
  for (let done = 0; done < calls; done += 1) await call();
  return ((await server.cpu()) - before) / calls;
}
