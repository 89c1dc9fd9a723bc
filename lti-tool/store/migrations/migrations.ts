import { countUnfinishedReviews } from './count-unfinished-reviews.ts';
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
  {
    version: 2,
    name: 'progress names the units that wait',
    describe: async (connection) => {
      const count = await connection.collection('evidence').countDocuments({ isCounted: true });
      return `has the progress of ${count} evidence items counted again by the publisher`;
    },
    run: async (connection) => {
      await connection.collection('evidence').updateMany({ isCounted: true }, { $set: { isCounted: false } });
    },
  },
  countUnfinishedReviews,
];
