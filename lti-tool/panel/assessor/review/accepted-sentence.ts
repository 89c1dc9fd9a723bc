import type { AcceptedView } from '../../../../shared/api/views.ts';
import type { AcceptSource } from '../../../../shared/domain/accepting.ts';
import type { Column } from '../../../../shared/domain/evidence.ts';
import type { CriterionId } from '../../../../shared/domain/ids.ts';
import { acceptedWords } from '../../../../shared/words/accepting.ts';

type Told = {
  readonly of: AcceptSource;
  /** The column that was filled. */
  readonly into: Column;
  readonly learner: string;
  /** Criteria that still wait for the reader. */
  readonly left: number;
  readonly refOf: (id: CriterionId) => string;
};

/** What an accept-all did, and what differed from what the prompt showed, in words (R4). */
export function acceptedSentence(reply: Omit<AcceptedView, 'evidence'>, told: Told): { head: string; rest: string } {
  const refs = (ids: readonly CriterionId[]) => ids.map(told.refOf);
  return acceptedWords({
    ...told,
    accepted: reply.accepted.length,
    noLongerTicked: refs(reply.noLongerTicked),
    notShown: refs(reply.notShown),
    alreadyDecided: refs(reply.alreadyDecided),
  });
}
