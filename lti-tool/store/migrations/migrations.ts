import type { Migration } from './migration.ts';

/**
 * Every migration there is, oldest first. One that was released never changes: a new one comes after it. Indexes need
 * none, they are made whenever the store is opened.
 */
export const migrations: readonly Migration[] = [
  {
    version: 1,
    name: 'first schema',
    describe: async () => 'marks the database as being of the first schema; changes no document',
    run: async () => {},
  },
];
