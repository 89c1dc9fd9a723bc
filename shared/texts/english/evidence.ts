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

/** What was said about an evidence item. */
export const threadTexts = {
  heading: 'What was said',
  submitted: 'submitted it',
  sentAgain: 'submitted it again',
  handedOver: 'handed it over for countersigning',
  commented: 'wrote',
  returned: 'returned it',
  assessed: 'finished the review',
  withdrawn: 'withdrew it',
  notMet: (refs: string) => `marked ${refs} not met, after a quality check`,
  noWords: 'No feedback was written.',
  /** Stands between a name and the moment: "(assessor) returned it,". */
  line: (role: string, deed: string) => `(${role}) ${deed},`,
  when: (date: string, time: string) => `${date}, ${time}`,
};

/** Answering in the thread. */
export const commentTexts = {
  label: 'Write a comment',
  send: 'Send comment',
  sending: 'Sending…',
  sent: 'Comment sent.',
  missing: 'Say something in your comment, then send it.',
  notSent: 'Comment not sent.',
  /** Instead of the usual words for a lost connection. */
  kept: 'You are offline, or Countersign is not answering. What you wrote is kept here: send it again in a moment.',
  /** Who reads it, as its writer is told. */
  readBy: {
    learner: 'Your assessors and quality assurers can read it. It changes nothing you ticked or submitted.',
    staff: (learner: string) => `${learner} can read it, and so can all staff here. It decides nothing.`,
  },
};
