import { Session } from 'node:inspector/promises';
import { cpuShares, embeddedShare, sharesInWords } from './cpu-shares.ts';

/** Whose code takes the time, in words, and the embedded database's share of it, from 0 to 1. */
export type TimeShares = { readonly words: string; readonly embedded: number };

/** Starts to look where this process's time goes; the answer is a function that stops and says so. */
export async function startProfiling(): Promise<() => Promise<TimeShares>> {
  const session = new Session();
  session.connect();
  await session.post('Profiler.enable');
  await session.post('Profiler.setSamplingInterval', { interval: 200 });
  await session.post('Profiler.start');
  return async () => {
    const { profile } = await session.post('Profiler.stop');
    session.disconnect();
    return { words: sharesInWords(cpuShares(profile)), embedded: embeddedShare(profile) };
  };
}
