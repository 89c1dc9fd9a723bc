import type { AcceptSource } from '../domain/accepting.ts';
import type { Column } from '../domain/evidence.ts';
import { acceptedTexts, acceptTexts } from '../texts/accepting.ts';
import { countingTexts } from '../texts/counting.ts';
import { listed } from './counted.ts';

/** What accepting ticks of one column into another comes to. */
const deedOf = (into: Column, of: AcceptSource): 'tick' | 'countersign' | 'confirm' =>
  into === 'trainee' ? 'tick' : of === 'trainee' ? 'countersign' : 'confirm';

type Asked = {
  readonly of: AcceptSource;
  /** The column that is filled. */
  readonly into: Column;
  readonly learner: { readonly name: string; readonly givenName: string };
  /** The ticks that are to be accepted, one a criterion. */
  readonly ticks: ReadonlyArray<{ readonly byName: string; readonly at: string }>;
  /** The units that they are in, each once. */
  readonly unitRefs: readonly string[];
  /** What stays though somebody ticked it: in words, and by whom; null where there is none. */
  readonly leftOut: { readonly which: string; readonly by: readonly string[] } | null;
  /** How many are in the asker's own column already. */
  readonly own: number;
};
export type Asking = {
  readonly title: string;
  /** "You will confirm", "5 criteria", "in unit 201 that", "Amelia Hart", "(learner) ticked on 17 Nov:". */
  readonly lead: {
    readonly verb: string;
    readonly count: string;
    readonly where: string;
    readonly who: string;
    readonly when: string;
  };
  readonly notTouched: readonly string[];
  readonly afterwards: string;
  readonly button: string;
};

/** What the prompt before an accept-all says (R4): how many, whose, since when, and what stays as it is. */
export function askingWords(
  { of, into, learner, ticks, unitRefs, leftOut, own }: Asked,
  dateOf: (at: string) => string,
): Asking {
  const deed = deedOf(into, of);
  const names = ticks.map((tick) => tick.byName);
  const days = ticks
    .map((tick) => tick.at)
    .sort()
    .map(dateOf);
  const [first = '', last = ''] = [days[0], days.at(-1)];
  const role = of === 'learner' ? acceptTexts.learner : acceptTexts.trainee(new Set(names).size);
  return {
    title: acceptTexts.title(of === 'learner' ? learner.givenName : listed(names)),
    lead: {
      verb: acceptTexts.verbs[deed],
      count: countingTexts.criteria(ticks.length),
      where: acceptTexts.where(unitRefs.length, listed(unitRefs)),
      who: of === 'learner' ? learner.name : listed(names),
      when: acceptTexts.when(role, first === last ? acceptTexts.on(first) : acceptTexts.between(first, last)),
    },
    notTouched: [
      ...(leftOut ? [acceptTexts.onlyTicked(leftOut.which, listed(leftOut.by))] : []),
      ...(own > 0 ? [acceptTexts.already(countingTexts.criteria(own), into === 'trainee')] : []),
      acceptTexts.noTick,
    ],
    afterwards: into === 'trainee' ? acceptTexts.undoTrainee : acceptTexts.undo,
    button: acceptTexts.buttons[deed](countingTexts.criteria(ticks.length)),
  };
}

type Told = {
  readonly of: AcceptSource;
  /** The column that was filled. */
  readonly into: Column;
  readonly learner: string;
  readonly accepted: number;
  /** Criteria by their refs. */
  readonly noLongerTicked: readonly string[];
  readonly notShown: readonly string[];
  readonly alreadyDecided: readonly string[];
  /** Criteria that still wait for the reader. */
  readonly left: number;
};

/** What an accept-all did, and what differed from what the prompt showed (R4). */
export function acceptedWords(told: Told): { head: string; rest: string } {
  const { accepted, noLongerTicked, notShown, alreadyDecided, left } = told;
  const deed = acceptedTexts.deeds[deedOf(told.into, told.of)];
  const who = told.of === 'learner' ? told.learner : acceptedTexts.traineeAssessor;
  const parts = [
    ...(noLongerTicked.length > 0
      ? [acceptedTexts.noLongerTicked(listed(noLongerTicked), noLongerTicked.length, who)]
      : []),
    ...(notShown.length > 0 ? [acceptedTexts.notShown(listed(notShown), notShown.length)] : []),
    ...(alreadyDecided.length > 0 ? [acceptedTexts.alreadyDecided(listed(alreadyDecided), alreadyDecided.length)] : []),
    ...(left > 0 ? [acceptedTexts.left(left)] : []),
  ];
  return {
    head: accepted === 0 ? acceptedTexts.nothing(deed) : acceptedTexts.done(countingTexts.criteria(accepted), deed),
    rest: parts.join(' '),
  };
}
