import { parseArgs } from 'node:util';
import type { Config } from '../../lti-tool/config.ts';
import { openStore, planSchema } from '../../lti-tool/store/store.ts';
import { openDatabase } from '../../lti-tool/tool.ts';
import { UsageError } from './arguments.ts';

type Run = (config: Config, words: readonly string[]) => Promise<string>;

function isDryRun(words: readonly string[]): boolean {
  try {
    const options = { 'dry-run': { type: 'boolean' } } as const;
    return parseArgs({ args: [...words], options, strict: true }).values['dry-run'] === true;
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
}

const migrate: Run = async (config, words) => {
  const dryRun = isDryRun(words);
  const database = await openDatabase(config, true);
  try {
    const { current, target, steps } = await planSchema(database.url);
    if (steps.length === 0) return `The database has schema ${current}, the newest: there is nothing to do.`;
    if (!dryRun) await (await openStore(database.url)).close();
    const heading = dryRun
      ? `The database has schema ${current}. Migrating to ${target} would do this; nothing is changed now:`
      : `The database had schema ${current} and has ${target} now. Done:`;
    return [heading, ...steps.map(({ version, name, effect }) => `  ${version} ${name}: ${effect}`)].join('\n');
  } finally {
    await database.close();
  }
};

/** Commands that work on the database before it has the schema that all others need. */
export const databaseCommands: Readonly<Record<string, Run>> = { 'db migrate': migrate };
