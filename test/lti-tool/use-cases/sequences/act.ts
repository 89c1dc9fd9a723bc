import fc from 'fast-check';
import { addComment } from '../../../../lti-tool/use-cases/comment-on-evidence.ts';
import { Failure } from '../../../../lti-tool/use-cases/failure.ts';
import type { Principal } from '../../../../lti-tool/use-cases/principal.ts';
import { sampleEvidence } from '../../../../lti-tool/use-cases/quality/sample-evidence.ts';
import { sayNotMet } from '../../../../lti-tool/use-cases/quality/say-not-met.ts';
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
export const actors = ['amelia', 'kwame', 'tom', 'anna', 'ben', 'ines'] as const;
export type ActorName = (typeof actors)[number];
export type Cast = Readonly<Record<ActorName, Principal>>;

const some = fc.subarray([...criteria]);
const who = fc.constantFrom(...actors);
const assessing = fc.constantFrom('tom', 'anna', 'ben');
/** Which of the items made first. */
const which = fc.nat({ max: 3 });
/** Often everything: what is sampled must have been confirmed before, and what is not met sampled. */
const many = fc.oneof(some, fc.constant([...criteria]));

/** One thing that one person tries to do with one item, allowed or not. */
export const anAct = fc.oneof(
  { weight: 4, arbitrary: fc.record({ kind: fc.constant('tick'), who, which, tick: some, untick: some }) },
  {
    weight: 4,
    arbitrary: fc.record({
      kind: fc.constant('accept'),
      who: fc.oneof(who, assessing),
      which,
      of: fc.constantFrom('learner', 'trainee'),
      shown: many,
    }),
  },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('undo'), who, which }) },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('submit'), who, which }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('comment'), who, which }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constantFrom('finish', 'return', 'withdraw'), who, which }) },
  // An IQA and assessors, who mostly may: what they say to each other is what is to be played.
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constant('sample'),
      who: fc.constantFrom('ines', 'ines', 'ines', 'anna'),
      which,
      of: many,
      outcome: fc.constantFrom('accepted', 'actionRequired', 'actionRequired'),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({ kind: fc.constant('notMet'), who: fc.constantFrom('anna', 'ben', 'tom'), which, of: many }),
  },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('finish'), who: fc.constantFrom('anna', 'ben'), which }) },
);
export type Act = typeof anAct extends fc.Arbitrary<infer T> ? T : never;

/** A play in which an IQA's action is answered in every way, which chance alone seldom makes. */
export const answeredActions: readonly Act[] = [
  { kind: 'sample', who: 'ines', which: 3, of: [...criteria], outcome: 'actionRequired' },
  { kind: 'tick', who: 'ben', which: 3, tick: [criterion('201/1.3')], untick: [] },
  { kind: 'tick', who: 'anna', which: 3, tick: [], untick: [criterion('201/1.3')] },
  { kind: 'notMet', who: 'anna', which: 3, of: [...criteria] },
  { kind: 'tick', who: 'ben', which: 3, tick: [criterion('202/1.1')], untick: [] },
  { kind: 'sample', who: 'ines', which: 3, of: [...criteria], outcome: 'accepted' },
];

/** A play of what chance now and then leaves out whole: ticks accepted by one who may, and a comment. */
export const acceptedAndDiscussed: readonly Act[] = [
  { kind: 'comment', who: 'amelia', which: 0 },
  { kind: 'accept', who: 'anna', which: 0, of: 'learner', shown: [...criteria] },
];

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
        return await undoAcceptAll(
          deps,
          by,
          id,
          item.history.findLastIndex(({ change }) => change.kind !== 'commented'),
        );
      case 'submit':
        return await submitEvidence(deps, by, id);
      case 'finish':
        return await finishReview(deps, by, id, 'Well done.');
      case 'return':
        return await returnEvidence(deps, by, id, 'Say more.');
      case 'withdraw':
        return await withdrawEvidence(deps, by, id);
      case 'comment':
        return await addComment(deps, by, id, 'A word.');
      case 'sample': {
        const confirmations = item.ticks.assessor
          .filter(({ criterionId }) => act.of.includes(criterionId))
          .map(({ criterionId, at }) => ({ criterionId, confirmedAt: at, outcome: act.outcome }));
        return (await sampleEvidence(deps, by, id, { confirmations, feedback: 'Look again.' })).item;
      }
      case 'notMet':
        return await sayNotMet(deps, by, id, {
          criterionIds: act.of.filter((one) => item.reopenings.some(({ criterionId }) => criterionId === one)),
          reason: 'It is not there.',
        });
    }
  } catch (error) {
    if (error instanceof Failure && error.code !== 'conflict') return null;
    throw error;
  }
}
