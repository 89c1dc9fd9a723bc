import type { AcceptedView } from '../../../../shared/api/views.ts';
import type { AcceptSource } from '../../../../shared/domain/accepting.ts';
import type { Column } from '../../../../shared/domain/evidence.ts';
import type { CriterionId } from '../../../../shared/domain/ids.ts';
import { criteriaCount } from '../../parts/counting.ts';
import { listed } from '../listed.ts';

type Told = {
  readonly of: AcceptSource;
  /** The column that was filled. */
  readonly into: Column;
  readonly learner: string;
  /** Criteria that still wait for the reader. */
  readonly left: number;
  readonly refOf: (id: CriterionId) => string;
};

const done = (of: AcceptSource, into: Column): string =>
  into === 'trainee' ? 'ticked' : of === 'trainee' ? 'countersigned' : 'confirmed';

/** What an accept-all did, and what differed from what the prompt showed, in words (R4). */
export function acceptedSentence(reply: Omit<AcceptedView, 'evidence'>, told: Told): { head: string; rest: string } {
  const verb = done(told.of, told.into);
  const refs = (ids: readonly CriterionId[]): string => listed(ids.map(told.refOf));
  const was = (ids: readonly CriterionId[]): string => (ids.length === 1 ? 'was' : 'were');
  const who = told.of === 'learner' ? told.learner : 'the trainee assessor';
  const { accepted, noLongerTicked, notShown, alreadyDecided } = reply;
  const parts = [
    ...(noLongerTicked.length > 0
      ? [
          `${refs(noLongerTicked)} ${was(noLongerTicked)} left out: ${who} unticked ${noLongerTicked.length === 1 ? 'it' : 'them'} in the meantime.`,
        ]
      : []),
    ...(notShown.length > 0
      ? [
          `${refs(notShown)} ${was(notShown)} ticked after you opened this, so look at ${notShown.length === 1 ? 'it' : 'them'} first.`,
        ]
      : []),
    ...(alreadyDecided.length > 0 ? [`${refs(alreadyDecided)} ${was(alreadyDecided)} decided already.`] : []),
    ...(told.left > 0 ? [`${told.left} still ${told.left === 1 ? 'waits' : 'wait'}.`] : []),
  ];
  return {
    head: accepted.length === 0 ? `Nothing was ${verb}.` : `${criteriaCount(accepted.length)} ${verb}.`,
    rest: parts.join(' '),
  };
}
