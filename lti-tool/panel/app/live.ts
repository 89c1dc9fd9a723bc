import type { Timers } from './timers.ts';

/** Milliseconds between two looks: while somebody works here, while nobody touches anything, and while nobody can see it. */
const pace = { busy: 4_000, idle: 15_000, hidden: 60_000 } as const;
/** Without a key or a pointer for so long, somebody is away. */
const idleAfter = 120_000;
const longestWait = 120_000;

export type LiveSetting = Timers & {
  /** Looks once; rejects when it could not. */
  readonly look: (signal: AbortSignal) => Promise<void>;
  readonly isHidden: () => boolean;
  /** When a key or a pointer was last used, in milliseconds. */
  readonly touchedAt: () => number;
};

/** Looks again and again, quicker while somebody works here, slower after each failure; never twice at once. */
export class Live {
  readonly #with: LiveSetting;
  readonly #controller = new AbortController();
  #callOff = () => {};
  #failures = 0;
  #looking = false;

  constructor(setting: LiveSetting) {
    this.#with = setting;
    this.#schedule();
  }

  /** Looks at once: the page is seen again, or the network is back. */
  async now(): Promise<void> {
    if (this.#looking || this.#controller.signal.aborted) return;
    this.#callOff();
    this.#looking = true;
    try {
      await this.#with.look(this.#controller.signal);
      this.#failures = 0;
    } catch {
      this.#failures += 1;
    }
    this.#looking = false;
    this.#schedule();
  }

  stop(): void {
    this.#callOff();
    this.#controller.abort();
  }

  #schedule(): void {
    if (this.#controller.signal.aborted) return;
    const { isHidden, touchedAt, now, after } = this.#with;
    const away = now() - touchedAt() > idleAfter;
    const wait = isHidden() ? pace.hidden : away ? pace.idle : pace.busy;
    this.#callOff = after(Math.max(wait, Math.min(longestWait, wait * 2 ** this.#failures)), () => void this.now());
  }
}
