import { signal } from '@preact/signals';
import type { EvidenceView } from '../../../shared/api/views.ts';
import type { ApiError } from '../../../shared/client/api-client.ts';
import { asApiError } from '../app/as-api-error.ts';
import type { Timers } from '../app/timers.ts';
import type { UploadMemory } from './upload.ts';

/** A file on its way: waiting for its turn, being sent, or failed. One that arrived is an attachment, and leaves this list. */
export type UploadRow = {
  readonly key: number;
  readonly file: File;
  /** 0 to 1. */
  readonly share: number;
  readonly error: ApiError | null;
  /** The failure passes by itself: it goes on in a while, where it stopped. */
  readonly waiting: boolean;
};

/** Sends one file, from where `memory` says; makes sure first that there is an evidence item to hold it. */
export type SendFile = (
  file: File,
  memory: UploadMemory,
  onProgress: (share: number) => void,
  signal: AbortSignal,
) => Promise<EvidenceView>;

type Collaborators = {
  readonly send: SendFile;
  readonly timers: Pick<Timers, 'after'>;
  readonly onArrived: (evidence: EvidenceView, file: File) => void;
  /** Somebody called a file off: what has arrived of it is not wanted any more. */
  readonly onCalledOff: (memory: UploadMemory) => void;
};

const passing: ReadonlySet<string> = new Set(['offline', 'unavailable', 'internal', 'tooManyRequests', 'stillRunning']);
const firstWait = 3_000;
const longestWait = 60_000;

/** Files on their way, sent one after another in the order they were added. */
export class Uploads {
  readonly rows = signal<readonly UploadRow[]>([]);
  /** Every file that was chosen since the page was loaded, by size and name. */
  readonly chosen = signal<ReadonlySet<string>>(new Set());
  readonly #with: Collaborators;
  readonly #controllers = new Map<number, AbortController>();
  readonly #memories = new Map<number, UploadMemory>();
  #lastKey = 0;
  #running = false;
  #wait = firstWait;
  #callOff = () => {};

  constructor(collaborators: Collaborators) {
    this.#with = collaborators;
  }

  /** Whether a file would be lost if the window closed now. */
  get unsaved(): boolean {
    return this.rows.peek().length > 0;
  }

  add(files: readonly File[]): Promise<void> {
    const rows = files.map((file) => ({ key: ++this.#lastKey, file, share: 0, error: null, waiting: false }));
    this.rows.value = [...this.rows.peek(), ...rows];
    this.chosen.value = new Set([...this.chosen.peek(), ...files.map(({ size, name }) => `${size} ${name}`)]);
    return this.#run();
  }

  /** Sends a failed one again, from where it stopped. */
  retry(key: number): Promise<void> {
    this.#change(key, { error: null, waiting: false });
    return this.#run();
  }

  /** Goes on with all that a lost connection stopped. */
  retryWaiting(): void {
    this.#callOff();
    for (const row of this.rows.peek()) if (row.waiting) this.#change(row.key, { error: null, waiting: false });
    void this.#run();
  }

  /** Calls one off, or takes a failed one from the list. */
  cancel(key: number): void {
    const memory = this.#memories.get(key);
    this.#drop(key);
    if (memory) this.#with.onCalledOff(memory);
  }

  #drop(key: number): void {
    this.#controllers.get(key)?.abort();
    this.#memories.delete(key);
    this.rows.value = this.rows.peek().filter((row) => row.key !== key);
  }

  /** Stops all of them: the screen is gone. What has arrived stays, to go on from there. */
  close(): void {
    this.#callOff();
    for (const row of this.rows.peek()) this.#drop(row.key);
  }

  async #run(): Promise<void> {
    if (this.#running) return;
    this.#running = true;
    const next = () => this.rows.peek().find((row) => row.error === null);
    for (let row = next(); row; row = next()) await this.#sendOne(row);
    this.#running = false;
  }

  async #sendOne({ key, file }: UploadRow): Promise<void> {
    const controller = new AbortController();
    this.#controllers.set(key, controller);
    const memory = this.#memories.get(key) ?? { uploadId: null };
    this.#memories.set(key, memory);
    try {
      const onProgress = (share: number) => this.#change(key, { share });
      const evidence = await this.#with.send(file, memory, onProgress, controller.signal);
      this.#wait = firstWait;
      this.#memories.delete(key);
      this.rows.value = this.rows.peek().filter((row) => row.key !== key);
      this.#with.onArrived(evidence, file);
    } catch (cause) {
      if (controller.signal.aborted) return;
      const error = asApiError(cause);
      const waiting = passing.has(error.code);
      this.#change(key, { error, waiting });
      if (waiting) this.#tryLater();
    } finally {
      this.#controllers.delete(key);
    }
  }

  #tryLater(): void {
    this.#callOff();
    this.#callOff = this.#with.timers.after(this.#wait, () => this.retryWaiting());
    this.#wait = Math.min(longestWait, this.#wait * 2);
  }

  #change(key: number, change: Partial<UploadRow>): void {
    this.rows.value = this.rows.peek().map((row) => (row.key === key ? { ...row, ...change } : row));
  }
}
