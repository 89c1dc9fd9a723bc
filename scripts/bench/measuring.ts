import { startProfiling } from './profiling.ts';
import { median, percentile } from './statistics.ts';

export type Work = (turn: number) => Promise<unknown>;

/** What one call costs, in milliseconds. */
export type Cost = {
  /** Processor time of the whole process, its threads included: the mean of all calls. */
  readonly cpu: number;
  /** Time by the clock. */
  readonly median: number;
  readonly p95: number;
};

/** Processor time of this process so far, in milliseconds. */
export function cpuTime(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1_000;
}

/**
 * Calls something again and again, one call after the other.
 * @param work is given the number of the call, the warming-up included
 */
export async function costOf(
  work: Work,
  { calls, warmUp }: { readonly calls: number; readonly warmUp: number },
): Promise<Cost> {
  for (let turn = 0; turn < warmUp; turn += 1) await work(turn);
  const times: number[] = [];
  const cpuBefore = cpuTime();
  for (let turn = 0; turn < calls; turn += 1) {
    const started = performance.now();
    await work(warmUp + turn);
    times.push(performance.now() - started);
  }
  return { cpu: (cpuTime() - cpuBefore) / calls, median: median(times), p95: percentile(times, 0.95) };
}

/** Where the time of some work goes, in words. */
export async function whereTimeGoes(work: Work, calls: number): Promise<string> {
  const stop = await startProfiling();
  for (let turn = 0; turn < calls; turn += 1) await work(turn);
  return (await stop()).words;
}
