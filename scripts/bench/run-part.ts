import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Wish } from './arguments.ts';
import type { Row } from './part.ts';
import { messageOf, startProcess } from './processes.ts';

export type PartResult = {
  readonly title: string;
  readonly rows: readonly Row[];
  /** Why there are no rows: what went wrong, in words. */
  readonly failure?: string;
};

/** No part takes longer; one that does is stuck, and must not keep the others from being measured. */
const longestMs = 240_000;

/** Runs a part in a process and a directory of its own, both gone afterwards. A part that fails says so in its result. */
export async function runPart(name: string, title: string, { quick, profiles }: Wish): Promise<PartResult> {
  const directory = await mkdtemp(path.join(tmpdir(), 'countersign-bench-'));
  const profiling = profiles === null ? [] : ['--cpu-prof', `--cpu-prof-dir=${profiles}`];
  const child = startProcess({ kind: 'part', name, directory, quick }, ['--expose-gc', ...profiling]);
  let isStuck = false;
  const limit = setTimeout(() => {
    isStuck = true;
    child.kill();
  }, longestMs);
  try {
    return await messageOf<PartResult>(child);
  } catch (error) {
    const failure = isStuck ? `stopped after ${longestMs / 1_000} s` : String(error);
    return { title, rows: [], failure };
  } finally {
    clearTimeout(limit);
    if (child.connected) child.disconnect();
    await rm(directory, { recursive: true, force: true });
  }
}
