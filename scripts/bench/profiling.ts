import { Session } from 'node:inspector/promises';
import { cpuShares, sharesInWords } from './cpu-shares.ts';

/** Starts to look where this process's time goes; the answer is a function that stops and says so in words. */
export async function startProfiling(): Promise<() => Promise<string>> {
  const session = new Session();
  session.connect();
  await session.post('Profiler.enable');
  await session.post('Profiler.setSamplingInterval', { interval: 200 });
  await session.post('Profiler.start');
  return async () => {
    const { profile } = await session.post('Profiler.stop');
    session.disconnect();
    return sharesInWords(cpuShares(profile));
  };
}
