/** Why the embedded database could not be opened.
 * - `alreadyRunning`: another process, or this one, has the same data directory open.
 * - `corrupt`: the data file is damaged or is no data file. It is left as it was.
 * - `newerFormat`: a newer version wrote the data file. It is left as it was.
 * - `unusable`: the directory cannot be used: no permission, not a directory, not private. */
type EmbeddedDatabaseErrorCode = 'alreadyRunning' | 'corrupt' | 'newerFormat' | 'unusable';

/** The embedded database could not be opened. The message says what to do next. */
export class EmbeddedDatabaseError extends Error {
  readonly code: EmbeddedDatabaseErrorCode;

  constructor(code: EmbeddedDatabaseErrorCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'EmbeddedDatabaseError';
    this.code = code;
  }
}
