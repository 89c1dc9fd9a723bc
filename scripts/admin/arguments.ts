import { parseArgs } from 'node:util';

/** The command was not understood; the message says how it is written. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

/**
 * The named options of a command; each is a text, given once. `flags` are there or not.
 * @throws UsageError for an unknown, missing or empty option
 */
export function readOptions<Required extends string, Optional extends string, Flag extends string = never>(
  words: readonly string[],
  required: readonly Required[],
  optional: readonly Optional[],
  flags: readonly Flag[] = [],
): Record<Required, string> & Partial<Record<Optional, string>> & Partial<Record<Flag, boolean>> {
  const options = {
    ...Object.fromEntries([...required, ...optional].map((name) => [name, { type: 'string' as const }])),
    ...Object.fromEntries(flags.map((name) => [name, { type: 'boolean' as const }])),
  };
  let values: Record<string, unknown>;
  try {
    ({ values } = parseArgs({ args: [...words], options, strict: true, allowPositionals: false }));
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
  const missing = required.filter((name) => !values[name]);
  if (missing.length > 0) throw new UsageError(`Missing: ${missing.map((name) => `--${name}`).join(' ')}`);
  return values as Record<Required, string> & Partial<Record<Optional, string>> & Partial<Record<Flag, boolean>>;
}
