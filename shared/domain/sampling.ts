import { all, allowed, type Decision, denied, mustBe } from './decision.ts';
import {
  type Actor,
  confirmedIn,
  type Evidence,
  type Sample,
  type SampledConfirmation,
  type SampleOutcome,
  type Tick,
} from './evidence.ts';
import type { CriterionId } from './ids.ts';
import type { Instant } from './instant.ts';

/** What an IQA wants to record of a confirmation that they were shown. */
export type SampleWish = {
  readonly criterionId: CriterionId;
  /** When the confirmation that was shown was made: a newer one was not shown. */
  readonly confirmedAt: Instant;
  readonly outcome: SampleOutcome;
};

/** A confirmation that is not any more what the IQA was shown, so nothing was recorded of it. */
export type SampleDifference = {
  readonly criterionId: CriterionId;
  readonly now: 'notConfirmed' | 'confirmedAgain' | 'reopened';
};

/** R9: whether the actor may sample this item at all. Which of its confirmations, `mayRecord` says. */
export const maySample = (item: Pick<Evidence, 'learnerId' | 'status'>, actor: Actor): Decision =>
  all(
    () => mustBe(actor.role, ['iqa']),
    () => (item.learnerId === actor.personId ? denied('ownEvidence') : allowed),
    () => (item.status === 'draft' ? denied('evidenceNotSubmitted') : allowed),
    () => (item.status === 'withdrawn' ? denied('evidenceLocked') : allowed),
  );

/** R9, independence: whether this confirmation is somebody else's. */
export const independentOf = (tick: Pick<Tick, 'byId'>, actor: Pick<Actor, 'personId'>): Decision =>
  tick.byId === actor.personId ? denied('ownConfirmation') : allowed;

/**
 * Sorts what an IQA wants to record by what stands now (R4's spirit): a sample covers only confirmations as they were
 * shown. Of several wishes for a criterion the last counts.
 */
export function sampling(
  item: Pick<Evidence, 'ticks' | 'reopenings'>,
  wishes: readonly SampleWish[],
): { readonly sampled: SampledConfirmation[]; readonly differed: SampleDifference[] } {
  const counting = confirmedIn(item);
  const ticks = new Map(item.ticks.assessor.map((tick) => [tick.criterionId, tick]));
  const sampled: SampledConfirmation[] = [];
  const differed: SampleDifference[] = [];
  for (const { criterionId, confirmedAt, outcome } of new Map(
    wishes.map((wish) => [wish.criterionId, wish]),
  ).values()) {
    const tick = ticks.get(criterionId);
    if (!tick) differed.push({ criterionId, now: 'notConfirmed' });
    else if (!counting.has(criterionId)) differed.push({ criterionId, now: 'reopened' });
    else if (tick.at !== confirmedAt) differed.push({ criterionId, now: 'confirmedAgain' });
    else sampled.push({ criterionId, outcome, confirmedById: tick.byId, confirmedAt });
  }
  return { sampled, differed };
}

/** R9: nobody samples a confirmation of their own, and action required says what is to be done. */
export const mayRecord = (actor: Actor, sampled: readonly SampledConfirmation[], feedback: string): Decision =>
  all(
    ...sampled.map(
      ({ confirmedById }) =>
        () =>
          independentOf({ byId: confirmedById }, actor),
    ),
    () =>
      feedback.trim() === '' && sampled.some(({ outcome }) => outcome === 'actionRequired')
        ? denied('sampleFeedbackMissing')
        : allowed,
  );

/** The item with a sample added. Action required reopens the criteria sampled until an assessor confirms again (R9). */
export function withSample(item: Evidence, sample: Sample): Evidence {
  const reopened = sample.confirmations
    .filter(({ outcome }) => outcome === 'actionRequired')
    .map(({ criterionId }) => ({ criterionId, byId: sample.byId, at: sample.at }));
  return { ...item, samples: [...item.samples, sample], reopenings: [...item.reopenings, ...reopened] };
}

/** What was last said of a confirmation as it is; null where it was not sampled, or was made again since. */
export function lastSampleOf(
  item: Pick<Evidence, 'samples'>,
  tick: Tick,
): { readonly sample: Sample; readonly outcome: SampleOutcome } | null {
  for (const sample of item.samples.toReversed()) {
    const found = sample.confirmations.find(
      ({ criterionId, confirmedById, confirmedAt }) =>
        criterionId === tick.criterionId && confirmedById === tick.byId && confirmedAt === tick.at,
    );
    if (found) return { sample, outcome: found.outcome };
  }
  return null;
}

/**
 * The criteria for which an IQA's last word is "action required", with that sample: an assessor may decide them again, and
 * change their mind, until an IQA samples them again (R9).
 */
export function underAction(item: Pick<Evidence, 'samples'>): Map<CriterionId, Sample> {
  const found = new Map<CriterionId, Sample>();
  for (const sample of item.samples)
    for (const { criterionId, outcome } of sample.confirmations)
      if (outcome === 'actionRequired') found.set(criterionId, sample);
      else found.delete(criterionId);
  return found;
}

/** The criteria of a sample that are still reopened by it: its action is open until each is confirmed again, or not met. */
export const openOf = (item: Pick<Evidence, 'reopenings'>, sample: Sample): CriterionId[] =>
  item.reopenings
    .filter(({ at, byId }) => at === sample.at && byId === sample.byId)
    .map(({ criterionId }) => criterionId);
