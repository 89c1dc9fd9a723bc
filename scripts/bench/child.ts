import { parts } from './parts.ts';
import type { Task } from './processes.ts';
import type { PartResult } from './run-part.ts';
import { serve } from './servers.ts';

/** Does what the parent process asked for; ends when it has what it wants, or is gone. */
export async function runTask(task: Task): Promise<void> {
  process.once('disconnect', () => process.exit(0));
  if (task.kind === 'server') return serve(task.name, task.settings);
  const part = parts[task.name];
  if (!part) throw new Error(`There is no part ${task.name}.`);
  const result: PartResult = { title: part.title, rows: await part.run(task) };
  process.send?.(result);
}
