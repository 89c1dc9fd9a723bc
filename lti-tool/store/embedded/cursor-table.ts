import { CommandError } from './command-error.ts';

interface Cursor {
  readonly namespace: string;
  readonly documents: readonly Buffer[];
  position: number;
  usedAt: number;
}

/** A batch stops before it passes this size, as in MongoDB. */
const MAX_BATCH_BYTES = 16 * 1024 * 1024;
const IDLE_MS = 10 * 60_000;
const MAX_OPEN = 1000;

/** The cursors that have more to give. A cursor is a snapshot: it holds the documents as they were when it was opened.
 * It ends after ten minutes without use, and the one idle for longest ends when there are too many. */
export class CursorTable {
  readonly #cursors = new Map<number, Cursor>();
  readonly #now: () => number;
  #lastId = 0;

  constructor(now: () => number) {
    this.#now = now;
  }

  /** How many cursors are open. */
  get size(): number {
    return this.#cursors.size;
  }

  /** The first batch and the id under which the rest is kept, 0 when nothing is left or `keep` is false. */
  open(
    namespace: string,
    documents: readonly Buffer[],
    batchSize: number,
    keep: boolean,
  ): { id: number; batch: Buffer[] } {
    const cursor = { namespace, documents, position: 0, usedAt: this.#now() };
    const batch = takeBatch(cursor, batchSize);
    if (!keep || cursor.position >= documents.length) return { id: 0, batch };
    const id = ++this.#lastId;
    this.#cursors.set(id, cursor);
    const [longestIdle] = this.#cursors.keys();
    if (this.#cursors.size > MAX_OPEN && longestIdle !== undefined) this.#cursors.delete(longestIdle);
    return { id, batch };
  }

  /** The next batch. Throws CursorNotFound for one that ended or never was. */
  next(id: number, namespace: string, batchSize: number): { id: number; batch: Buffer[] } {
    const cursor = this.#cursors.get(id);
    if (!cursor || cursor.namespace !== namespace) throw new CommandError(43, `cursor id ${id} not found`);
    cursor.usedAt = this.#now();
    const batch = takeBatch(cursor, batchSize);
    this.#cursors.delete(id);
    if (cursor.position >= cursor.documents.length) return { id: 0, batch };
    this.#cursors.set(id, cursor); // last again in the order of use
    return { id, batch };
  }

  /** Ends a cursor; whether it was open. */
  kill(id: number): boolean {
    return this.#cursors.delete(id);
  }

  /** Ends cursors that were idle for too long. */
  expire(): void {
    for (const [id, { usedAt }] of this.#cursors) if (usedAt + IDLE_MS <= this.#now()) this.#cursors.delete(id);
  }
}

function takeBatch(cursor: Cursor, batchSize: number): Buffer[] {
  const batch: Buffer[] = [];
  let bytes = 0;
  for (const document of cursor.documents.slice(cursor.position, cursor.position + batchSize)) {
    bytes += document.length;
    if (batch.length > 0 && bytes > MAX_BATCH_BYTES) break;
    batch.push(document);
  }
  cursor.position += batch.length;
  return batch;
}
