import { all, allowed, type Decision, denied, mustBe } from './decision.ts';
import type { Actor, Evidence, Tick } from './evidence.ts';
import type { CriterionId } from './ids.ts';
import type { Instant } from './instant.ts';

type Item = Pick<Evidence, 'learnerId' | 'status' | 'reopenings'>;

/**
 * What an assessor may say is not met after all: what an IQA reopened on an item whose review is finished. While a review is
 * under way, leaving it unconfirmed and finishing says so.
 */
export function openToNotMet(item: Item, actor: Actor): CriterionId[] {
  if (actor.role !== 'assessor' || item.learnerId === actor.personId || item.status !== 'assessed') return [];
  return item.reopenings.map(({ criterionId }) => criterionId);
}

/** R2, R9: a qualified assessor closes an IQA's action without confirming again; the learner must be told why. */
export const maySayNotMet = (
  item: Item,
  actor: Actor,
  criterionIds: readonly CriterionId[],
  reason: string,
): Decision =>
  all(
    () => mustBe(actor.role, ['assessor']),
    () => (item.learnerId === actor.personId ? denied('ownEvidence') : allowed),
    () => (item.status === 'assessed' ? allowed : denied('notReopened')),
    () => {
      const open = new Set(openToNotMet(item, actor));
      return criterionIds.length > 0 && criterionIds.every((id) => open.has(id)) ? allowed : denied('notReopened');
    },
    () => (reason.trim() === '' ? denied('reasonMissing') : allowed),
  );

/** The confirmations that go where these criteria are not met. */
export const droppedBy = (item: Pick<Evidence, 'ticks'>, criterionIds: readonly CriterionId[]): Tick[] =>
  item.ticks.assessor.filter((tick) => criterionIds.includes(tick.criterionId));

/** The item once these criteria are not met: without their confirmations, nothing open, and the learner told why. */
export const withNotMet = (
  item: Evidence,
  actor: Actor,
  at: Instant,
  criterionIds: readonly CriterionId[],
  reason: string,
): Evidence => {
  const stays = ({ criterionId }: { readonly criterionId: CriterionId }) => !criterionIds.includes(criterionId);
  return {
    ...item,
    ticks: { ...item.ticks, assessor: item.ticks.assessor.filter(stays) },
    reopenings: item.reopenings.filter(stays),
    feedback: [...item.feedback, { byId: actor.personId, at, text: reason, outcome: 'notMet', criterionIds }],
  };
};
