/** A change to the data file: a value to put under a key, or null to remove it. */
export interface DurableChanges {
  readonly documents: ReadonlyMap<number, Buffer | null>;
  readonly catalogue: ReadonlyMap<number, Buffer | null>;
}

/** Commits changes in one atomic transaction; resolves when they are flushed to disk. */
type Commit = (changes: DurableChanges) => Promise<void>;

interface Batch extends DurableChanges {
  readonly documents: Map<number, Buffer | null>;
  readonly catalogue: Map<number, Buffer | null>;
  readonly done: Promise<void>;
  /** Whether somebody waits for it, so that it is to be flushed as soon as can be. */
  isAwaited: boolean;
  resolve(): void;
  reject(reason: unknown): void;
}

/** How long changes that nobody waits for may gather, in milliseconds: as long as MongoDB lets its journal wait. */
const LONGEST_GATHERING_MS = 100;

/** Group commit: while one transaction is being flushed, all further changes gather for the next. Changes that nobody
 * waits for go with the next that somebody does wait for, or after a moment. */
export class CommitQueue {
  readonly #commit: Commit;
  readonly #onFailure: (reason: unknown) => void;
  #gathering: Batch | null = null;
  #flushing: Batch | null = null;
  #timer: NodeJS.Timeout | undefined;
  #commits = 0;

  /** `onFailure` is told when a commit failed, after which the changes of it and of all that gathered are lost. */
  constructor(commit: Commit, onFailure: (reason: unknown) => void) {
    this.#commit = commit;
    this.#onFailure = onFailure;
  }

  /** How many transactions were committed. */
  get commits(): number {
    return this.#commits;
  }

  putDocument(recordId: number, value: Buffer | null): void {
    this.#batch().documents.set(recordId, value);
  }

  putCatalogueEntry(collectionId: number, value: Buffer | null): void {
    this.#batch().catalogue.set(collectionId, value);
  }

  /** Resolves when everything put so far is on disk; rejects when it could not be written. */
  settled(): Promise<void> {
    if (this.#gathering) this.#await(this.#gathering);
    return (this.#gathering ?? this.#flushing)?.done ?? Promise.resolve();
  }

  #batch(): Batch {
    if (!this.#gathering) {
      const batch = newBatch();
      this.#gathering = batch;
      this.#timer = setTimeout(() => this.#await(batch), LONGEST_GATHERING_MS);
    }
    return this.#gathering;
  }

  #await(batch: Batch): void {
    if (batch.isAwaited) return;
    batch.isAwaited = true;
    clearTimeout(this.#timer);
    setImmediate(() => this.#flush());
  }

  async #flush(): Promise<void> {
    const batch = this.#gathering;
    if (!batch?.isAwaited || this.#flushing) return;
    this.#gathering = null;
    this.#flushing = batch;
    try {
      await this.#commit(batch);
      this.#commits++;
      this.#flushing = null;
      batch.resolve();
    } catch (reason) {
      const lost = [batch, this.#gathering];
      clearTimeout(this.#timer);
      this.#flushing = null;
      this.#gathering = null;
      this.#onFailure(reason);
      for (const one of lost) one?.reject(reason);
    }
    this.#flush();
  }
}

function newBatch(): Batch {
  const { promise, resolve, reject } = withResolvers();
  promise.catch(() => undefined); // a change whose writer no longer waits must not end the process
  return { documents: new Map(), catalogue: new Map(), done: promise, isAwaited: false, resolve, reject };
}

function withResolvers(): { promise: Promise<void>; resolve(): void; reject(reason: unknown): void } {
  let settle = { resolve: () => {}, reject: (_reason: unknown) => {} };
  const promise = new Promise<void>((resolve, reject) => {
    settle = { resolve, reject };
  });
  return { promise, ...settle };
}
