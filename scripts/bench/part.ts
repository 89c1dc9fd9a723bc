/** One number of a run. */
export type Row = {
  /** What was measured, in words. */
  readonly what: string;
  readonly measured: number;
  /** "ms", "KB", "times", ... */
  readonly unit: string;
  /** The most it should be; absent where there is no aim and the number only informs. */
  readonly aim?: number;
  /** What the number was made of, or where the time goes. */
  readonly note?: string;
  /** Where the time goes and why it stays so: said only where the aim is missed. */
  readonly why?: string;
};

/** What a part gets from the run. */
export type Run = {
  /** A directory of this part's own, removed after it. */
  readonly directory: string;
  /** Small sizes and few repetitions: to try a part out, not to measure with. */
  readonly quick: boolean;
};

/** A part of the benchmark. It runs in a process of its own, so that no part warms or burdens another. */
export type Part = {
  /** What the part is about, for the heading of its rows. */
  readonly title: string;
  run(run: Run): Promise<Row[]>;
};

/** Whether a row keeps its aim; null where it has none. */
export const isMet = ({ measured, aim }: Row): boolean | null => (aim === undefined ? null : measured <= aim);
