import { signal } from '@preact/signals';
import type { EvidenceView } from '../../../shared/api/views.ts';
import type { ApiError } from '../../../shared/client/api-client.ts';
import { asApiError } from '../app/as-api-error.ts';

/** A file on its way: waiting for its turn, being sent, or failed. One that arrived is an attachment, and leaves this list. */
export type UploadRow = {
  readonly key: number;
  readonly file: File;
  /** 0 to 1. */
  readonly share: number;
  readonly error: ApiError | null;
};

/** Sends one file; makes sure first that there is an evidence item to hold it. */
export type SendFile = (file: File, onProgress: (share: number) => void, signal: AbortSignal) => Promise<EvidenceView>;

/** Files on their way, sent one after another in the order they were added. */
export class Uploads {
  readonly rows = signal<readonly UploadRow[]>([]);
  readonly #send: SendFile;
  readonly #onArrived: (evidence: EvidenceView, file: File) => void;
  #controllers = new Map<number, AbortController>();
  #lastKey = 0;
  #running = false;

  constructor(send: SendFile, onArrived: (evidence: EvidenceView, file: File) => void) {
    this.#send = send;
    this.#onArrived = onArrived;
  }

  /** Whether a file would be lost if the window closed now. */
  get unsaved(): boolean {
    return this.rows.peek().length > 0;
  }

  add(files: readonly File[]): Promise<void> {
    const rows = files.map((file) => ({ key: ++this.#lastKey, file, share: 0, error: null }));
    this.rows.value = [...this.rows.peek(), ...rows];
    return this.#run();
  }

  /** Sends a failed one again. */
  retry(key: number): Promise<void> {
    this.#change(key, { error: null, share: 0 });
    return this.#run();
  }

  /** Calls one off, or takes a failed one from the list. */
  cancel(key: number): void {
    this.#controllers.get(key)?.abort();
    this.rows.value = this.rows.peek().filter((row) => row.key !== key);
  }

  /** Calls all of them off: the screen is gone. */
  close(): void {
    for (const row of this.rows.peek()) this.cancel(row.key);
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
    try {
      const evidence = await this.#send(file, (share) => this.#change(key, { share }), controller.signal);
      this.rows.value = this.rows.peek().filter((row) => row.key !== key);
      this.#onArrived(evidence, file);
    } catch (cause) {
      if (controller.signal.aborted) return;
      this.#change(key, { error: asApiError(cause) });
    } finally {
      this.#controllers.delete(key);
    }
  }

  #change(key: number, change: Partial<UploadRow>): void {
    this.rows.value = this.rows.peek().map((row) => (row.key === key ? { ...row, ...change } : row));
  }
}
