import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { openBenchCentre } from '../centre.ts';
import { makeCohort } from '../cohort.ts';
import type { Part, Row } from '../part.ts';
import { median } from '../statistics.ts';
import { startToolProcess, type ToolProcess } from '../tool-process.ts';

const megabyte = 1e6;

async function starts(dataDir: string, times: number): Promise<{ time: number; resident: number | null }> {
  const tools: Array<Pick<ToolProcess, 'startTime'> & { resident: number | null }> = [];
  // The first start makes the database and warms the disk's cache; it does not count.
  for (let time = -1; time < times; time += 1) {
    const tool = await startToolProcess(dataDir);
    if (time >= 0) tools.push({ startTime: tool.startTime, resident: tool.residentMegabytes() });
    await tool.stop();
  }
  return { time: median(tools.map(({ startTime }) => startTime)), resident: tools.at(-1)?.resident ?? null };
}

/** Memory of this process for what it holds, without garbage. */
function heapMegabytes(): number {
  global.gc?.();
  return process.memoryUsage().heapUsed / megabyte;
}

/** The database of a large centre: how long it takes to open, and what it takes to hold. */
export const start: Part = {
  title:
    'Start of the built tool and memory, on an empty and on a filled embedded database (all of it is held in memory)',
  async run({ directory, quick }) {
    const [empty, filled] = [path.join(directory, 'empty'), path.join(directory, 'filled')];
    await Promise.all([mkdir(empty), mkdir(filled)]);
    const size = { learners: quick ? 50 : 1_000, items: 20, criteria: 60, ticks: 10 };
    const what = `${size.learners.toLocaleString('en-GB')} learners × ${size.items} evidence items`;
    const seeding = await openBenchCentre(filled);
    await makeCohort(seeding, size);
    await seeding.close();

    const before = heapMegabytes();
    const opened = performance.now();
    const centre = await openBenchCentre(filled);
    const reopening = performance.now() - opened;
    const heap = heapMegabytes() - before;
    await centre.close();

    const times = quick ? 2 : 7;
    const small = await starts(empty, times);
    const large = await starts(filled, times);
    const resident = (of: string, measured: number | null): Row[] =>
      measured === null ? [] : [{ what: `resident memory of the tool, ${of}`, measured, unit: 'MB' }];
    return [
      { what: 'start, empty database', measured: small.time, unit: 'ms', note: `median of ${times}` },
      { what: `start, ${what}`, measured: large.time, unit: 'ms', note: `median of ${times}` },
      { what: 'filled against empty', measured: large.time / small.time, unit: 'times' },
      { what: 'opening the filled database again', measured: reopening, unit: 'ms' },
      { what: 'heap it takes', measured: heap, unit: 'MB' },
      ...resident('empty', small.resident),
      ...resident('filled', large.resident),
    ];
  },
};
