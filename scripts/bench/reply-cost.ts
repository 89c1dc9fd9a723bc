import { costOf, type Work, whereTimeGoes } from './measuring.ts';
import type { Row } from './part.ts';

type Measured = { readonly what: string; readonly aim?: number; readonly calls: number; readonly warmUp?: number };

/** A row with the median time of some work and, where the aim is missed, whose code takes the time. */
export async function timedRow(work: Work, { what, aim, calls, warmUp = calls }: Measured): Promise<Row> {
  const { cpu, median, p95 } = await costOf(work, { calls, warmUp });
  const spread = `median of ${calls}; p95 ${p95.toFixed(1)}, CPU ${cpu.toFixed(1)}`;
  const row = { what, measured: median, unit: 'ms', note: spread };
  if (aim === undefined) return row;
  if (median <= aim) return { ...row, aim };
  const shares = await whereTimeGoes((turn) => work(warmUp + calls + turn), calls);
  return { ...row, aim, note: `${spread}; ${shares}` };
}
