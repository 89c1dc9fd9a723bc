import { number } from '../locale.ts';
import { plural } from '../plurals.ts';
import { countingTexts } from './counting.ts';

/** What the first screens of others show of quality assurance: what an IQA asks for, and the way to a history. */
export const qualityNoticeTexts = {
  actions: (count: number) =>
    plural(count, { one: 'The IQA asks for action', other: `The IQA asks for ${number(count)} actions` }),
  actionOf: (by: string, date: string) => `${by}, ${date}`,
  actionAbout: (yours: boolean, names: string) => (yours ? 'Your confirmation' : `Confirmed by ${names}`),
  actionYourTick: 'You ticked this as a trainee assessor',
  actionWaits: (count: number) => `Action required: ${countingTexts.criteria(count)}`,
  actionsFailed: 'What the IQA asks for could not be loaded.',
  historyOf: (ref: string) => `History of ${ref}`,
};
