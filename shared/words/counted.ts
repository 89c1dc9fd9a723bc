import type { Instant } from '../domain/instant.ts';
import { countingTexts } from '../texts/counting.ts';

/** "Tom", "Tom and Jo", "Tom, Jo and Ada"; repeated words once. */
export function listed(names: readonly string[]): string {
  const all = [...new Set(names)];
  const last = all.at(-1) ?? '';
  return all.length < 2 ? last : countingTexts.andLast(all.slice(0, -1).join(', '), last);
}

/** Midnight of that day by the reader's calendar, as a day number that summer time does not bend. */
const dayNumber = (at: Date): number => Date.UTC(at.getFullYear(), at.getMonth(), at.getDate()) / 86_400_000;

/** Calendar days gone since then, by the reader's calendar: 0 for today. Never below 0, though clocks differ. */
export const daysAgo = (since: Instant | string, now: number): number =>
  Math.max(0, dayNumber(new Date(now)) - dayNumber(new Date(since)));

/** "today", "1 day", "11 days". */
export function age(since: Instant | string, now: number): string {
  const days = daysAgo(since, now);
  return days === 0 ? countingTexts.today : countingTexts.days(days);
}
