import { signal } from '@preact/signals';
import type { ApiError } from '../../../shared/client/api-client.ts';
import { asApiError } from '../app/as-api-error.ts';
import type { Timers } from '../app/timers.ts';

/** How unsaved work stands. `kept`: not saved, kept in this window, tried again. `refused`: trying again would not help. */
export type SaveState =
  | { readonly kind: 'saved'; readonly at: number | null }
  | { readonly kind: 'saving' }
  | { readonly kind: 'kept'; readonly error: ApiError }
  | { readonly kind: 'refused'; readonly error: ApiError };

/** Sends the next unsaved part; null when all is saved. What is not acknowledged stays unsaved. */
export type NextSave = () => (() => Promise<void>) | null;

/** A pause in typing or ticking after which a change is sent. */
const pause = 700;
/** The longest that somebody who types on and on has to wait for a save. */
const longestPause = 5000;
const longestWait = 30_000;
const passing: ReadonlySet<string> = new Set([
  'offline',
  'unavailable',
  'internal',
  'tooManyRequests',
  'conflict',
  'stillRunning',
]);

/** Saves one part after another, never two at once, until all is saved; tries again for as long as that may help. */
export class SaveLoop {
  readonly state = signal<SaveState>({ kind: 'saved', at: null });
  readonly #next: NextSave;
  readonly #timers: Timers;
  #callOff = () => {};
  #running: Promise<void> | null = null;
  #failures = 0;
  /** When the first change since the last save was made. */
  #touchedAt: number | null = null;
  #saved: SaveState = { kind: 'saved', at: null };
  #closed = false;

  constructor(next: NextSave, timers: Timers) {
    this.#next = next;
    this.#timers = timers;
  }

  /** Something changed: save it after a short pause. While offline the next try stays where it is. */
  touch(): void {
    if (this.#running || this.#closed || this.state.peek().kind === 'kept') return;
    if (this.#next() !== null) this.state.value = { kind: 'saving' };
    this.#touchedAt ??= this.#timers.now();
    this.#schedule(Math.min(pause, this.#touchedAt + longestPause - this.#timers.now()));
  }

  /** Saves now what is unsaved. Answers whether all of it is saved. */
  async flush(): Promise<boolean> {
    this.#callOff();
    this.#touchedAt = null;
    if (!this.#closed) {
      this.#running ??= this.#run().finally(() => {
        this.#running = null;
      });
      await this.#running;
    }
    return this.#next() === null;
  }

  /** No more tries: the screen is gone. */
  close(): void {
    this.#closed = true;
    this.#callOff();
  }

  #schedule(ms: number): void {
    this.#callOff();
    this.#callOff = this.#timers.after(ms, () => void this.flush());
  }

  async #run(): Promise<void> {
    // A change that was taken back leaves nothing to send.
    if (this.#next() === null) this.state.value = this.#saved;
    for (let save = this.#next(); save !== null && !this.#closed; save = this.#next()) {
      this.state.value = { kind: 'saving' };
      try {
        await save();
      } catch (cause) {
        this.#failed(asApiError(cause));
        return;
      }
      this.#failures = 0;
      this.#saved = { kind: 'saved', at: this.#timers.now() };
      this.state.value = this.#saved;
    }
  }

  #failed(error: ApiError): void {
    if (!passing.has(error.code)) {
      this.state.value = { kind: 'refused', error };
      return;
    }
    this.#failures += 1;
    this.state.value = { kind: 'kept', error };
    if (!this.#closed) this.#schedule(Math.min(longestWait, 1000 * 2 ** this.#failures));
  }
}
