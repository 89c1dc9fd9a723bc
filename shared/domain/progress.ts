import { confirmedIn, type Evidence, tickedIn, unconfirmedIn } from './evidence.ts';
import { type CriterionId, type EvidenceId, unitRefOf } from './ids.ts';
import { earlier, type Instant, later } from './instant.ts';
import { type CriterionStanding, letterFor, notChosen, type Standing, standings, standingsOf } from './standing.ts';

/** An evidence item with something for an assessor to decide. */
export type WaitingEvidence = {
  readonly evidenceId: EvidenceId;
  readonly title: string;
  readonly submittedAt: Instant;
  readonly unconfirmed: number;
  /** Unconfirmed criteria ticked by the learner, by the trainee assessor; a criterion may be in both. */
  readonly learnerTicks: number;
  readonly traineeTicks: number;
  /** Learner ticks that no trainee assessor has assessed yet either: a trainee assessor's own list. None once handed over. */
  readonly toAssess: number;
  /** How many of the unconfirmed criteria are of which unit. */
  readonly units: ReadonlyArray<{ readonly unitRef: string; readonly unconfirmed: number }>;
  /** When a trainee assessor handed it over for countersigning; null where none did. */
  readonly handedOverAt: Instant | null;
};

/** A submitted item without anything unconfirmed: nothing is ticked, or all is decided. Somebody still has to finish it. */
export type UnfinishedEvidence = {
  readonly evidenceId: EvidenceId;
  readonly title: string;
  readonly submittedAt: Instant;
  /** Criteria confirmed on it. */
  readonly confirmed: number;
};

/** An item that waits for its learner to improve it. */
export type ReturnedEvidence = {
  readonly evidenceId: EvidenceId;
  readonly title: string;
  readonly returnedAt: Instant;
};

/** What the enrolment keeps of its evidence: all that lists, matrix and scores need. */
export type Progress = {
  readonly confirmed: number;
  /** Criteria of the chosen units. */
  readonly total: number;
  readonly counts: Readonly<Record<Standing, number>>;
  /** One letter for each criterion of the qualification, in its order; `-` for units not chosen. */
  readonly letters: string;
  /** Unconfirmed (criterion, evidence item) pairs. */
  readonly unconfirmed: number;
  /** Oldest first. */
  readonly waiting: readonly WaitingEvidence[];
  /** Oldest first. */
  readonly unfinished: readonly UnfinishedEvidence[];
  /** Oldest first. */
  readonly returned: readonly ReturnedEvidence[];
  readonly oldestWaitingAt: Instant | null;
  readonly lastActivityAt: Instant | null;
};

export type ProgressEvidence = Pick<
  Evidence,
  'id' | 'title' | 'status' | 'ticks' | 'reopenings' | 'submittedAt' | 'updatedAt' | 'feedback' | 'handOver'
>;

function byUnit(ids: Iterable<CriterionId>): WaitingEvidence['units'] {
  const counts = new Map<string, number>();
  for (const id of ids) counts.set(unitRefOf(id), (counts.get(unitRefOf(id)) ?? 0) + 1);
  return [...counts]
    .map(([unitRef, unconfirmed]) => ({ unitRef, unconfirmed }))
    .sort((a, b) => (a.unitRef < b.unitRef ? -1 : 1));
}

function waitingOn(item: ProgressEvidence): WaitingEvidence | null {
  const unconfirmed = unconfirmedIn(item);
  if (unconfirmed.size === 0 || item.submittedAt === null) return null;
  const trainee = tickedIn(item, 'trainee');
  const count = (ids: ReadonlySet<CriterionId>): number => [...ids].filter((id) => unconfirmed.has(id)).length;
  return {
    evidenceId: item.id,
    title: item.title,
    submittedAt: item.submittedAt,
    unconfirmed: unconfirmed.size,
    learnerTicks: count(tickedIn(item, 'learner')),
    traineeTicks: count(trainee),
    toAssess: item.handOver ? 0 : [...unconfirmed].filter((id) => !trainee.has(id)).length,
    handedOverAt: item.handOver?.at ?? null,
    units: byUnit(unconfirmed),
  };
}

function unfinishedOn(item: ProgressEvidence): UnfinishedEvidence | null {
  const { id, title, submittedAt, status } = item;
  if (status !== 'submitted' || submittedAt === null || unconfirmedIn(item).size > 0) return null;
  return { evidenceId: id, title, submittedAt, confirmed: confirmedIn(item).size };
}

function returnedOn({ id, title, status, feedback, updatedAt }: ProgressEvidence): ReturnedEvidence | null {
  return status === 'returned' ? { evidenceId: id, title, returnedAt: feedback.at(-1)?.at ?? updatedAt } : null;
}

/** What a look at each item finds, oldest first. */
function oldestFirst<T>(
  items: readonly ProgressEvidence[],
  look: (item: ProgressEvidence) => T | null,
  since: (found: T) => Instant,
): T[] {
  const found = items.map(look).filter((one) => one !== null);
  return found.sort((a, b) => (since(a) < since(b) ? -1 : since(a) > since(b) ? 1 : 0));
}

/**
 * Recomputes an enrolment's progress from its evidence (R6). Pure: the same evidence gives the same progress.
 * @param all every criterion of the qualification, in order
 * @param chosen the criteria of the chosen units
 * @param needed evidence items that must confirm a criterion before it counts
 */
export function progressOf(
  all: readonly CriterionId[],
  chosen: ReadonlySet<CriterionId>,
  items: readonly ProgressEvidence[],
  needed = 1,
): Progress {
  const found = standingsOf([...chosen], items, needed);
  const counts = Object.fromEntries(standings.map((standing) => [standing, 0])) as Record<Standing, number>;
  for (const { standing } of found.values()) counts[standing] += 1;
  const waiting = oldestFirst(items, waitingOn, (item) => item.submittedAt);
  const letter = (standing: CriterionStanding | undefined): string => (standing ? letterFor(standing) : notChosen);
  return {
    confirmed: counts.confirmed,
    total: chosen.size,
    counts,
    letters: all.map((id) => letter(found.get(id))).join(''),
    unconfirmed: waiting.reduce((sum, item) => sum + item.unconfirmed, 0),
    waiting,
    unfinished: oldestFirst(items, unfinishedOn, (item) => item.submittedAt),
    returned: oldestFirst(items, returnedOn, (item) => item.returnedAt),
    oldestWaitingAt: waiting.reduce<Instant | null>((oldest, item) => earlier(oldest, item.submittedAt), null),
    lastActivityAt: items.reduce<Instant | null>((latest, item) => later(latest, item.updatedAt), null),
  };
}

/** Progress of an enrolment without any evidence. */
export const noProgress = (all: readonly CriterionId[], chosen: ReadonlySet<CriterionId>): Progress =>
  progressOf(all, chosen, []);
