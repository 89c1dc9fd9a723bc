/** Why a score is not in the gradebook. The first group is tried again by itself; the others wait for a person. */
export const passingTroubles = ['unreachable', 'busy', 'failed', 'clockBehind', 'laterScore', 'columnBusy'] as const;
export const lastingTroubles = [
  'noColumn',
  'columnGone',
  'noUnits',
  'learnerGone',
  'locked',
  'notAllowed',
  'refused',
  'overridden',
  'notKept',
  'laterScoreStays',
] as const;
export const scoreTroubles = [...passingTroubles, ...lastingTroubles] as const;
export type ScoreTrouble = (typeof scoreTroubles)[number];

/** How a learner's score in one gradebook column stands. */
export const scoreStates = [
  /** The gradebook holds what is confirmed. */
  'inStep',
  /** Nothing is confirmed yet, so there is nothing to send. */
  'nothingYet',
  /** On its way: the publisher takes it next. */
  'due',
  /** A try failed; the next one has a time. */
  'retrying',
  /** Trying again will not help until a person does something. */
  'stopped',
  /** The gradebook holds a grade that is not ours: a manager chooses. */
  'changedByHand',
  /** The manager chose to keep the grade in the gradebook. */
  'keptTheirs',
  /** The platform does not list this person as a learner of the context any more. */
  'notEnrolled',
] as const;
export type ScoreState = (typeof scoreStates)[number];
