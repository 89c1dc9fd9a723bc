import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { buildPanel, buildServer } from '../build/build.ts';
import { readWish, UsageError } from './arguments.ts';
import { runTask } from './child.ts';
import { parts } from './parts.ts';
import type { Task } from './processes.ts';
import { type Machine, type Results, reportPage, resultTable, verdict } from './report.ts';
import { type PartResult, runPart } from './run-part.ts';

const page = path.resolve(__dirname, '../../docs/benchmarks.md');
const formatter = require.resolve('@biomejs/biome/bin/biome');

const thisMachine = (): Machine => ({
  date: new Date().toISOString().slice(0, 10),
  processor: os.cpus()[0]?.model.trim() ?? 'an unknown processor',
  cores: os.cpus().length,
  memory: Math.round(os.totalmem() / 1e9),
  node: process.versions.node,
  system: `${os.type()} ${os.release()}`,
});

/** Runs the parts one after the other and prints their table. */
async function main(words: readonly string[]): Promise<void> {
  const wish = readWish(words, Object.keys(parts));
  if (!wish.keepBuild) await Promise.all([buildServer(), buildPanel()]);
  const results: Record<string, PartResult> = {};
  for (const name of wish.parts) {
    process.stderr.write(`${name}\n`);
    results[name] = await runPart(name, parts[name]?.title ?? name, wish);
  }
  process.exitCode = Object.values(results).some(({ failure }) => failure !== undefined) ? 1 : 0;
  console.log(`${resultTable(results)}\n\n${verdict(results)}`);
  if (wish.quick) console.log('Small sizes and few repetitions: these numbers mean little.');
  if (!wish.write) return;
  writeFileSync(page, reportPage(results satisfies Results, thisMachine()));
  // The page lies in the project, so that it is held to the project's format.
  execFileSync(process.execPath, [formatter, 'format', '--write', page], { stdio: ['ignore', 'ignore', 'inherit'] });
  console.log(`Written to ${path.relative(process.cwd(), page)}.`);
}

const [first = '', ...others] = process.argv.slice(2);
const work =
  process.send && first.startsWith('{')
    ? runTask(JSON.parse(first) as Task)
    : main([first, ...others].filter((word) => word !== ''));
work.catch((error: unknown) => {
  console.error(error instanceof UsageError ? error.message : error);
  process.exit(1);
});
