/** How English counts, in panel and extension. */
export const countingTexts = {
  criteria: (count: number) => (count === 1 ? '1 criterion' : `${count} criteria`),
  /** The last of several, after the others, which commas join. */
  andLast: (others: string, last: string) => `${others} and ${last}`,
  today: 'today',
  days: (count: number) => (count === 1 ? '1 day' : `${count} days`),
};
