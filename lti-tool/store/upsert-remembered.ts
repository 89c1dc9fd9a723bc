import type { ShortMemory } from '../use-cases/short-memory.ts';
import { says } from './documents.ts';

/**
 * Brings something up to date that launch after launch says the same of: the database is asked only where nothing is
 * remembered, or something else than what is said now.
 */
export async function upsertRemembered<T extends object>(
  memory: ShortMemory<T>,
  key: string,
  said: object,
  upsert: () => Promise<T>,
): Promise<T> {
  const known = await memory.recall(key, upsert);
  if (known !== null && says(known, said)) return known;
  // Under other keys the same may be remembered as it was.
  memory.forgetAll();
  return upsert();
}
