import fc from 'fast-check';
import { Failure } from '../../../../lti-tool/use-cases/failure.ts';
import type { Principal } from '../../../../lti-tool/use-cases/principal.ts';
import {
  finishReview,
  returnEvidence,
  submitEvidence,
  withdrawEvidence,
} from '../../../../lti-tool/use-cases/review-evidence.ts';
import { acceptAll, changeTicks, undoAcceptAll } from '../../../../lti-tool/use-cases/tick-evidence.ts';
import type { Evidence } from '../../../../shared/domain/evidence.ts';
import type { CriterionId } from '../../../../shared/domain/ids.ts';
import { type Centre, criterion } from '../../../builders/tool/centre.ts';

/** Few enough to meet again and again. */
export const criteria: readonly CriterionId[] = ['201/1.1', '201/1.2', '201/1.3', '201/2.1', '202/1.1'].map(criterion);
export const actors = ['amelia', 'kwame', 'tom', 'anna', 'ben'] as const;
export type ActorName = (typeof actors)[number];
export type Cast = Readonly<Record<ActorName, Principal>>;

const some = fc.subarray([...criteria]);
const who = fc.constantFrom(...actors);
/** Which of the items made first. */
const which = fc.nat({ max: 2 });

/** One thing that one person tries to do with one item, allowed or not. */
export const anAct = fc.oneof(
  { weight: 4, arbitrary: fc.record({ kind: fc.constant('tick'), who, which, tick: some, untick: some }) },
  {
    weight: 4,
    arbitrary: fc.record({
      kind: fc.constant('accept'),
      who,
      which,
      of: fc.constantFrom('learner', 'trainee'),
      shown: some,
    }),
  },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('undo'), who, which }) },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('submit'), who, which }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constantFrom('finish', 'return', 'withdraw'), who, which }) },
);
export type Act = typeof anAct extends fc.Arbitrary<infer T> ? T : never;

/** Tries it; null where the rules said no. Any other failure is thrown on. */
export async function attempt(deps: Centre['deps'], cast: Cast, item: Evidence, act: Act): Promise<Evidence | null> {
  const { id } = item;
  const by = cast[act.who];
  try {
    switch (act.kind) {
      case 'tick':
        return await changeTicks(deps, by, id, act);
      case 'accept':
        return (await acceptAll(deps, by, id, act)).item;
      case 'undo':
        return await undoAcceptAll(deps, by, id, item.history.length - 1);
      case 'submit':
        return await submitEvidence(deps, by, id);
      case 'finish':
        return await finishReview(deps, by, id, 'Well done.');
      case 'return':
        return await returnEvidence(deps, by, id, 'Say more.');
      case 'withdraw':
        return await withdrawEvidence(deps, by, id);
    }
  } catch (error) {
    if (error instanceof Failure && error.code !== 'conflict') return null;
    throw error;
  }
}
