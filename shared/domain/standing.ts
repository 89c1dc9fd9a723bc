import { confirmedIn, type Evidence, tickedIn, unconfirmedIn } from './evidence.ts';
import type { CriterionId, EvidenceId, PersonId } from './ids.ts';
import { type Instant, later } from './instant.ts';

/** Strongest first: a criterion has the first standing that any of its evidence gives it (R7). */
export const standings = [
  'confirmed',
  'reopened',
  'awaitingCountersign',
  'awaitingAssessor',
  'notAgreed',
  'draft',
  'untouched',
] as const;
export type Standing = (typeof standings)[number];

/** What stands, since when, on which item and by whose tick. Nulls for `untouched`. */
export type CriterionStanding = {
  readonly standing: Standing;
  readonly since: Instant | null;
  readonly evidenceId: EvidenceId | null;
  /** Whoever made the tick that gives this standing: learner, trainee assessor or assessor. */
  readonly byId: PersonId | null;
};

export const untouched: CriterionStanding = { standing: 'untouched', since: null, evidenceId: null, byId: null };

type Item = Pick<Evidence, 'id' | 'status' | 'ticks' | 'reopenings' | 'submittedAt' | 'updatedAt' | 'feedback'>;

/** The standing one evidence item gives to each criterion ticked on it. */
function standingsIn(item: Item): Map<CriterionId, CriterionStanding> {
  const found = new Map<CriterionId, CriterionStanding>();
  if (item.status === 'withdrawn') return found;
  const confirmed = confirmedIn(item);
  const unconfirmed = unconfirmedIn(item);
  const reopenings = new Map(item.reopenings.map((reopening) => [reopening.criterionId, reopening]));
  const byTrainee = tickedIn(item, 'trainee');
  const reviewedAt = item.feedback.at(-1)?.at ?? null;
  // The assessor's tick last: it says more than the others, and stays in the map.
  for (const tick of [...item.ticks.learner, ...item.ticks.trainee, ...item.ticks.assessor]) {
    const id = tick.criterionId;
    const reopening = reopenings.get(id);
    const place = { evidenceId: item.id, byId: tick.byId };
    if (confirmed.has(id)) found.set(id, { standing: 'confirmed', since: tick.at, ...place });
    else if (reopening)
      found.set(id, { standing: 'reopened', since: reopening.at, evidenceId: item.id, byId: reopening.byId });
    else if (unconfirmed.has(id)) {
      const standing = byTrainee.has(id) ? 'awaitingCountersign' : 'awaitingAssessor';
      found.set(id, { standing, since: later(tick.at, item.submittedAt), ...place });
    } else if (item.status === 'assessed') found.set(id, { standing: 'notAgreed', since: reviewedAt, ...place });
    else found.set(id, { standing: 'draft', since: later(tick.at, reviewedAt), ...place });
  }
  return found;
}

const rank = (standing: Standing): number => standings.indexOf(standing);

/** Of two items with the same standing the one that waits longest speaks; of confirmations the first. */
function stronger(a: CriterionStanding, b: CriterionStanding): CriterionStanding {
  if (rank(a.standing) !== rank(b.standing)) return rank(a.standing) < rank(b.standing) ? a : b;
  return (b.since ?? '') < (a.since ?? '') ? b : a;
}

/** Exactly one standing for each criterion asked about, from all evidence of one enrolment (R7). */
export function standingsOf(
  criterionIds: readonly CriterionId[],
  items: readonly Item[],
): Map<CriterionId, CriterionStanding> {
  const result = new Map<CriterionId, CriterionStanding>(criterionIds.map((id) => [id, untouched]));
  for (const item of items) {
    for (const [id, standing] of standingsIn(item)) {
      const known = result.get(id);
      if (known) result.set(id, stronger(known, standing));
    }
  }
  return result;
}

const letters: Readonly<Record<Standing, string>> = {
  confirmed: 'c',
  reopened: 'r',
  awaitingCountersign: 't',
  awaitingAssessor: 'a',
  notAgreed: 'n',
  draft: 'd',
  untouched: '.',
};
/** Stands in a row of letters for a criterion of a unit that the learner did not choose. */
export const notChosen = '-';

/** One letter a criterion, so that a matrix row is a short text. */
export const letterOf = (standing: Standing): string => letters[standing];

const byLetter = new Map(standings.map((standing) => [letters[standing], standing]));
/** The standing behind a letter; null for a criterion outside the chosen units. */
export const standingOf = (letter: string): Standing | null => byLetter.get(letter) ?? null;
