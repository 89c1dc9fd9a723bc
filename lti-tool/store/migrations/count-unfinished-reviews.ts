import type { Migration } from './migration.ts';

/**
 * Evidence says who made it and whether it was handed over for countersigning, and progress names submitted and returned
 * evidence. Every item is marked as not counted, so that the sweeper computes progress anew.
 */
export const countUnfinishedReviews: Migration = {
  version: 3,
  name: 'unfinished and returned evidence in progress',
  describe: async (connection) => {
    const items = await connection.collection('evidence').countDocuments({ handOver: { $exists: false } });
    const enrolments = await connection
      .collection('enrolments')
      .countDocuments({ 'progress.unfinished': { $exists: false } });
    return `adds fields to ${items} evidence items and ${enrolments} enrolments, whose progress is then computed again`;
  },
  run: async (connection) => {
    await connection
      .collection('enrolments')
      .updateMany(
        { 'progress.unfinished': { $exists: false } },
        { $set: { 'progress.unfinished': [], 'progress.returned': [] } },
      );
    await connection
      .collection('evidence')
      .updateMany({ handOver: { $exists: false } }, { $set: { madeById: null, handOver: null, isCounted: false } });
  },
};
