/** Content-addressed files. */
export type FileStore = {
  /** Largest file, in bytes. */
  readonly limit: number;
  /** Streams to disk; rejects with FileTooLarge past the limit, and leaves nothing behind then. */
  save(
    bytes: AsyncIterable<Uint8Array>,
  ): Promise<{ readonly sha256: string; readonly size: number; readonly mediaType: string }>;
  /** Null where the file is missing. */
  open(sha256: string): Promise<AsyncIterable<Uint8Array> | null>;
  /** For good; nothing happens where it is gone already. */
  remove(sha256: string): Promise<void>;
  /** Keeps a part of a file that is on its way, of at most `limit` bytes; rejects with FileTooLarge past it. */
  savePart(bytes: AsyncIterable<Uint8Array>, limit: number): Promise<{ readonly part: string; readonly size: number }>;
  /** The bytes of parts, one after another. */
  openParts(parts: readonly string[]): AsyncIterable<Uint8Array>;
  removeParts(parts: readonly string[]): Promise<void>;
  /** Removes parts that nobody has touched since, such as those a crash left; milliseconds since 1970. */
  sweepParts(before: number): Promise<void>;
};

export class FileTooLarge extends Error {
  override readonly name = 'FileTooLarge';
}
