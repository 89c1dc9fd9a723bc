import type { Instant } from '../../../shared/domain/instant.ts';
import { locale } from '../../../shared/texts/locale.ts';
import { age } from '../../../shared/words/counted.ts';

type Style = 'dayMonth' | 'dayMonthYear' | 'hourMinute';
const styles: Readonly<Record<Style, Intl.DateTimeFormatOptions>> = {
  dayMonth: { day: 'numeric', month: 'short' },
  dayMonthYear: { day: 'numeric', month: 'short', year: 'numeric' },
  hourMinute: { hour: '2-digit', minute: '2-digit' },
};
const formats = new Map<string, Intl.DateTimeFormat>();

/** Formats are kept: making one takes longer than using it. */
function formatOf(style: Style): Intl.DateTimeFormat {
  const key = `${locale()} ${style}`;
  const known = formats.get(key) ?? new Intl.DateTimeFormat(locale(), styles[style]);
  formats.set(key, known);
  return known;
}

/** "12 Nov"; with the year where it is not this one. */
export function shortDate(at: Instant, now: number): string {
  const date = new Date(at);
  return formatOf(date.getFullYear() === new Date(now).getFullYear() ? 'dayMonth' : 'dayMonthYear').format(date);
}

/** "12 Nov · 11 days". */
export const since = (at: Instant, now: number): string => `${shortDate(at, now)} · ${age(at, now)}`;

/** "20:14", by the reader's clock. */
export const clockTime = (at: number | Instant): string => formatOf('hourMinute').format(new Date(at));
