/** How a refusal is answered and what the person reads: what happened, then what to do. */
export type Refusal = {
  readonly status: number;
  readonly title: string;
  readonly happened: string;
  readonly remedy: string;
};
