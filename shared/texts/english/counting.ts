import { counted } from '../plurals.ts';
/** How English counts, in panel and extension. */
export const countingTexts = {
  criteria: (count: number) => counted(count, { one: 'criterion', other: 'criteria' }),
  /** The last of several, after the others, which commas join. */
  andLast: (others: string, last: string) => `${others} and ${last}`,
  today: 'today',
  days: (count: number) => counted(count, { one: 'day', other: 'days' }),
};
