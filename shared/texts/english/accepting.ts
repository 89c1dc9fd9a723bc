import { number } from '../locale.ts';
import { plural } from '../plurals.ts';
/** The links that open the prompt. */
export const acceptLinks = { learner: 'Accept all learner ticks', trainee: 'Accept all trainee assessor ticks' };

/** The prompt before an accept-all (R4), in panel and extension. */
export const acceptTexts = {
  title: (whose: string) => `Accept all of ${whose}'s ticks?`,
  verbs: { confirm: 'You will confirm', countersign: 'You will countersign', tick: 'You will tick' },
  buttons: {
    confirm: (criteria: string) => `Confirm ${criteria}`,
    countersign: (criteria: string) => `Countersign ${criteria}`,
    tick: (criteria: string) => `Tick ${criteria}`,
  },
  where: (units: number, refs: string) => `in ${plural(units, { one: 'unit', other: 'units' })} ${refs} that`,
  learner: 'learner',
  trainee: (count: number) => plural(count, { one: 'trainee assessor', other: 'trainee assessors' }),
  /** After the name of who ticked. */
  when: (role: string, dates: string) => `(${role}) ticked ${dates}:`,
  on: (date: string) => `on ${date}`,
  between: (first: string, last: string) => `between ${first} and ${last}`,
  undo: 'You can undo this.',
  undoTrainee: 'It counts once a qualified assessor countersigns. You can undo this.',
  onlyTicked: (which: string, whose: string) => `${which}, which only ${whose} ticked.`,
  already: (criteria: string, trainee: boolean) => `${criteria} ${trainee ? 'you ticked' : 'confirmed'} already.`,
  noTick: 'Criteria with no tick.',
};

/** What an accept-all did, and what differed from what the prompt showed. */
export const acceptedTexts = {
  deeds: { tick: 'ticked', countersign: 'countersigned', confirm: 'confirmed' },
  nothing: (deed: string) => `Nothing was ${deed}.`,
  done: (criteria: string, deed: string) => `${criteria} ${deed}.`,
  traineeAssessor: 'the trainee assessor',
  noLongerTicked: (refs: string, count: number, who: string) =>
    `${refs} ${plural(count, { one: 'was', other: 'were' })} left out: ${who} unticked ${plural(count, { one: 'it', other: 'them' })} in the meantime.`,
  notShown: (refs: string, count: number) =>
    `${refs} ${plural(count, { one: 'was', other: 'were' })} ticked after you opened this, so look at ${plural(count, { one: 'it', other: 'them' })} first.`,
  alreadyDecided: (refs: string, count: number) =>
    `${refs} ${plural(count, { one: 'was', other: 'were' })} decided already.`,
  left: (count: number) => `${number(count)} still ${plural(count, { one: 'waits', other: 'wait' })}.`,
};
