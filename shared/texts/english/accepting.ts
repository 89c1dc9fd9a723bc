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
  where: (units: number, refs: string) => `in ${units === 1 ? 'unit' : 'units'} ${refs} that`,
  learner: 'learner',
  trainee: (count: number) => (count === 1 ? 'trainee assessor' : 'trainee assessors'),
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
    `${refs} ${count === 1 ? 'was' : 'were'} left out: ${who} unticked ${count === 1 ? 'it' : 'them'} in the meantime.`,
  notShown: (refs: string, count: number) =>
    `${refs} ${count === 1 ? 'was' : 'were'} ticked after you opened this, so look at ${count === 1 ? 'it' : 'them'} first.`,
  alreadyDecided: (refs: string, count: number) => `${refs} ${count === 1 ? 'was' : 'were'} decided already.`,
  left: (count: number) => `${count} still ${count === 1 ? 'waits' : 'wait'}.`,
};
