import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Wish } from './arguments.ts';
import type { Row } from './part.ts';
import { messageOf, startProcess } from './processes.ts';

export type PartResult = { readonly title: string; readonly rows: readonly Row[] };

/** Runs a part in a process and a directory of its own, both gone afterwards. */
export async function runPart(name: string, { quick, profiles }: Wish): Promise<PartResult> {
  const directory = await mkdtemp(path.join(tmpdir(), 'countersign-bench-'));
  const profiling = profiles === null ? [] : ['--cpu-prof', `--cpu-prof-dir=${profiles}`];
  const child = startProcess({ kind: 'part', name, directory, quick }, ['--expose-gc', ...profiling]);
  try {
    return await messageOf<PartResult>(child);
  } finally {
    if (child.connected) child.disconnect();
    await rm(directory, { recursive: true, force: true });
  }
}
