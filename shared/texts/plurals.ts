import { language } from './language.ts';
import { number } from './locale.ts';

/** The forms of a word, by the plural rules of the language of the texts: English has two, Welsh six. */
type Forms = Readonly<Partial<Record<Intl.LDMLPluralRule, string>>> & { readonly other: string };

const rules = new Intl.PluralRules(language.tag);

/** The form that goes with so many, without the number. */
export const plural = (count: number, forms: Forms): string => forms[rules.select(count)] ?? forms.other;

/** The number, written by the locale, and the form that goes with it: "1 criterion", "1,200 criteria". */
export const counted = (count: number, forms: Forms): string => `${number(count)} ${plural(count, forms)}`;
