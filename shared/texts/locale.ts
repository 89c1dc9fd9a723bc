import { language } from './language.ts';

let current = language.tag;
let numbers = new Intl.NumberFormat(current);
let names = new Intl.Collator(current);

/**
 * Dates, numbers and the order of names go by the language that the LMS is used in. The texts do not, so a locale that merely
 * names their language, as "en" does, means theirs.
 */
export function setLocale(locale: string | null): void {
  const next = locale === null || locale === new Intl.Locale(language.tag).language ? language.tag : locale;
  if (next === current) return;
  current = next;
  numbers = new Intl.NumberFormat(next);
  names = new Intl.Collator(next);
}

/** The locale of dates, numbers and the order of names, as a BCP 47 tag. */
export const locale = (): string => current;

/** A number for people: "1,234", or "1.234" where the locale says so. */
export const number = (value: number): string => numbers.format(value);

/** Which of two names of people comes first. */
export const byName = (a: string, b: string): number => names.compare(a, b);
