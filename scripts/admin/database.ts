import { parseArgs } from 'node:util';
import type { Config } from '../../lti-tool/config.ts';
import { copyDatabase } from '../../lti-tool/store/copy-database.ts';
import { openStore, planSchema } from '../../lti-tool/store/store.ts';
import { openDatabase } from '../../lti-tool/tool.ts';
import { readOptions, UsageError } from './arguments.ts';

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

/** Nobody may write meanwhile: an embedded database that a tool uses is refused. */
const copy: Run = async (config, words) => {
  const { to } = readOptions(words, ['to'], []);
  if (!/^mongodb(\+srv)?:\/\//.test(to)) throw new UsageError('--to is a MongoDB address: mongodb://...');
  const database = await openDatabase(config, false);
  try {
    const copied = await copyDatabase(database.url, to);
    const total = copied.reduce((sum, { documents }) => sum + documents, 0);
    return [
      `Copied ${total} documents; both databases hold the same number in each collection:`,
      ...copied.map(({ name, documents }) => `  ${name}: ${documents}`),
      'Now start the tool with DATABASE_URL set to the new address, the same DATA_DIR (uploaded files) and the same SECRET.',
    ].join('\n');
  } finally {
    await database.close();
  }
};

/** Commands that work on the database before it has the schema that all others need. */
export const databaseCommands: Readonly<Record<string, Run>> = { 'db migrate': migrate, 'db copy': copy };
