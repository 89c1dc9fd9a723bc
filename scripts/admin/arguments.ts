import { parseArgs } from 'node:util';

/** The command was not understood; the message says how it is written. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

/**
 * The named options of a command; each is a text, given once.
 * @throws UsageError for an unknown, missing or empty option
 */
export function readOptions<Required extends string, Optional extends string>(
  words: readonly string[],
  required: readonly Required[],
  optional: readonly Optional[],
): Record<Required, string> & Partial<Record<Optional, string>> {
  const options = Object.fromEntries([...required, ...optional].map((name) => [name, { type: 'string' as const }]));
  let values: Record<string, unknown>;
  try {
    ({ values } = parseArgs({ args: [...words], options, strict: true, allowPositionals: false }));
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
  const missing = required.filter((name) => !values[name]);
  if (missing.length > 0) throw new UsageError(`Missing: ${missing.map((name) => `--${name}`).join(' ')}`);
  return values as Record<Required, string> & Partial<Record<Optional, string>>;
}
