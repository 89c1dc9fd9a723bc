import type { EnrolmentId, EvidenceId, PersonId } from './ids.ts';
import { earlier, type Instant } from './instant.ts';
import type { WaitingEvidence } from './progress.ts';

/** A learner with evidence that waits, and whose turn it is. */
export type WaitingLearner = {
  readonly enrolmentId: EnrolmentId;
  readonly learnerId: PersonId;
  /** Empty: nobody is named. */
  readonly assessorIds: readonly PersonId[];
  readonly waiting: readonly WaitingEvidence[];
};

/** How much waits somewhere, and how long. */
export type Waiting = {
  readonly unconfirmed: number;
  readonly items: number;
  readonly learners: number;
  readonly oldestAt: Instant;
  /** The mean of the moments since when each criterion waits: its age is the mean age. */
  readonly meanAt: Instant;
};
export type HoldingBack = {
  /** Longest waiting first, as are units and assessors. */
  readonly evidence: ReadonlyArray<{
    readonly evidenceId: EvidenceId;
    readonly title: string;
    readonly enrolmentId: EnrolmentId;
    readonly learnerId: PersonId;
    readonly assessorIds: readonly PersonId[];
    readonly unitRefs: readonly string[];
    readonly unconfirmed: number;
    /** Of these, how many a trainee assessor ticked already. */
    readonly toCountersign: number;
    readonly since: Instant;
  }>;
  readonly units: ReadonlyArray<Waiting & { readonly unitRef: string }>;
  /** Null: learners for whom nobody is named. A learner of two assessors waits for both. */
  readonly assessors: ReadonlyArray<Waiting & { readonly assessorId: PersonId | null }>;
};

type Wait = { readonly item: WaitingEvidence; readonly learner: WaitingLearner; readonly unconfirmed: number };

function sumOf(waits: readonly Wait[]): Waiting {
  const unconfirmed = waits.reduce((sum, wait) => sum + wait.unconfirmed, 0);
  const weighted = waits.reduce((sum, wait) => sum + Date.parse(wait.item.submittedAt) * wait.unconfirmed, 0);
  const oldest = waits.reduce<Instant | null>((found, { item }) => earlier(found, item.submittedAt), null);
  return {
    unconfirmed,
    items: new Set(waits.map(({ item }) => item.evidenceId)).size,
    learners: new Set(waits.map(({ learner }) => learner.enrolmentId)).size,
    oldestAt: oldest ?? new Date(0).toISOString(),
    meanAt: new Date(unconfirmed === 0 ? 0 : Math.round(weighted / unconfirmed)).toISOString(),
  };
}

/** Longest waiting first; of two that wait as long, the one with more. */
const byAge = (a: Waiting, b: Waiting): number => a.oldestAt.localeCompare(b.oldestAt) || b.unconfirmed - a.unconfirmed;

function grouped<Key>(waits: readonly Wait[], keysOf: (wait: Wait) => ReadonlyArray<readonly [Key, number]>) {
  const groups = new Map<Key, Wait[]>();
  for (const wait of waits)
    for (const [key, unconfirmed] of keysOf(wait))
      groups.set(key, [...(groups.get(key) ?? []), { ...wait, unconfirmed }]);
  return [...groups].map(([key, some]) => ({ key, ...sumOf(some) })).sort(byAge);
}

/** What is holding progress back: evidence, units and assessors, ranked by how long ticks have waited unconfirmed. */
export function holdingBack(learners: readonly WaitingLearner[]): HoldingBack {
  const waits = learners.flatMap((learner) =>
    learner.waiting.map((item): Wait => ({ item, learner, unconfirmed: item.unconfirmed })),
  );
  const evidence = waits.map(({ item, learner }) => ({
    evidenceId: item.evidenceId,
    title: item.title,
    enrolmentId: learner.enrolmentId,
    learnerId: learner.learnerId,
    assessorIds: learner.assessorIds,
    unitRefs: item.units.map(({ unitRef }) => unitRef),
    unconfirmed: item.unconfirmed,
    toCountersign: item.traineeTicks,
    since: item.submittedAt,
  }));
  evidence.sort((a, b) => a.since.localeCompare(b.since) || b.unconfirmed - a.unconfirmed);
  const units = grouped(waits, ({ item }) => item.units.map(({ unitRef, unconfirmed }) => [unitRef, unconfirmed]));
  const assessors = grouped<PersonId | null>(waits, ({ learner, unconfirmed }) =>
    (learner.assessorIds.length === 0 ? [null] : learner.assessorIds).map((id) => [id, unconfirmed]),
  );
  return {
    evidence,
    units: units.map(({ key, ...waiting }) => ({ unitRef: key, ...waiting })),
    assessors: assessors.map(({ key, ...waiting }) => ({ assessorId: key, ...waiting })),
  };
}
