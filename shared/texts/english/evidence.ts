import { number } from '../locale.ts';
/** Sending files. */
export const filesTexts = {
  connectionLost: 'The connection was lost while this was sent. It goes on by itself.',
  /** A file whose sending stopped at so many percent, and will go on. */
  goesOn: (percent: number) => `Connection lost at ${number(percent)}%. It goes on from there by itself.`,
  /** A file of which part is there since before the page was loaded. */
  stopped: (percent: number) =>
    `Stopped at ${number(percent)}%. Choose the same file again, and it goes on from there.`,
  notSent: 'Not sent.',
  notSentTooLarge: (size: string) => `Not sent: ${size} is too large.`,
  sending: (name: string) => `Sending ${name}`,
  tryAgain: 'Try again',
  tryAgainFor: (name: string) => `to send ${name}`,
  takeOff: (name: string) => `Take ${name} off the list`,
  cancel: (name: string) => `Cancel sending ${name}`,
};

/** What learner and assessors said about an evidence item. */
export const threadTexts = {
  heading: 'What was said',
  submitted: 'sent it',
  sentAgain: 'sent it again',
  handedOver: 'handed it over for countersigning',
  returned: 'returned it',
  assessed: 'finished the review',
  withdrawn: 'withdrew it',
  notMet: (refs: string) => `marked ${refs} not met, after a quality check`,
  noWords: 'No words.',
};
