import type { Connection } from 'mongoose';

/**
 * One forward step of the stored schema. A crash in the middle runs it again from its start, so it has to be one that
 * does no harm twice.
 */
export type Migration = {
  /** 1, 2, 3 and so on, without gaps. */
  readonly version: number;
  readonly name: string;
  /** What `run` would change now, in words for the terminal. Reads only. */
  describe(connection: Connection): Promise<string>;
  run(connection: Connection): Promise<void>;
};
