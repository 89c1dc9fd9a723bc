import { number } from '../locale.ts';
import { countingTexts } from './counting.ts';

/** What the first screens of others show of quality assurance: what an IQA asks for, and the way to a history. */
export const qualityNoticeTexts = {
  actions: (count: number) => (count === 1 ? 'The IQA asks for action' : `The IQA asks for ${number(count)} actions`),
  actionOf: (by: string, date: string) => `${by}, ${date}`,
  actionAbout: (yours: boolean, names: string) => (yours ? 'Your confirmation' : `Confirmed by ${names}`),
  actionYourTick: 'You ticked this as a trainee assessor',
  actionWaits: (count: number) => `Action required: ${countingTexts.criteria(count)}`,
  actionsFailed: 'Whether the IQA asks for anything could not be loaded.',
  historyOf: (ref: string) => `History of ${ref}`,
};
