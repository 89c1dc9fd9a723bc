let current = 'en-GB';

/**
 * Dates and numbers go by the language that the LMS is used in. The texts are English, so a locale that merely says "en"
 * means British English.
 */
export function setLocale(locale: string | null): void {
  current = locale === null || locale === 'en' ? 'en-GB' : locale;
}

/** The locale of dates, numbers and the order of names, as a BCP 47 tag. */
export const locale = (): string => current;
