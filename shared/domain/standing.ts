import { confirmedIn, type Evidence, tickedIn, unconfirmedIn } from './evidence.ts';
import type { CriterionId, EvidenceId, PersonId } from './ids.ts';
import { type Instant, later } from './instant.ts';

/**
 * Strongest first: a criterion has the first standing that its evidence gives it (R7). Where it must be confirmed on
 * several items it is `confirmed` once enough of them do; until then what else is under way speaks, and `untouched`
 * says that nothing is.
 */
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
  /** Evidence items that confirm it now. */
  readonly confirmations: number;
};

export const untouched: CriterionStanding = {
  standing: 'untouched',
  since: null,
  evidenceId: null,
  byId: null,
  confirmations: 0,
};

type ItemStanding = Omit<CriterionStanding, 'confirmations'>;

type Item = Pick<Evidence, 'id' | 'status' | 'ticks' | 'reopenings' | 'submittedAt' | 'updatedAt' | 'feedback'>;

/** The standing one evidence item gives to each criterion ticked on it. */
function standingsIn(item: Item): Map<CriterionId, ItemStanding> {
  const found = new Map<CriterionId, ItemStanding>();
  if (item.status === 'withdrawn') return found;
  const confirmed = confirmedIn(item);
  const unconfirmed = unconfirmedIn(item);
  const reopenings = new Map(item.reopenings.map((reopening) => [reopening.criterionId, reopening]));
  const byTrainee = tickedIn(item, 'trainee');
  const reviewedAt = item.feedback.findLast(({ outcome }) => outcome !== 'notMet')?.at ?? null;
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
  // Said of criteria one by one, after an IQA reopened them; nobody else need have ticked them.
  for (const { outcome, criterionIds = [], byId, at } of item.feedback)
    for (const id of outcome === 'notMet' ? criterionIds : [])
      if (!confirmed.has(id) && !reopenings.has(id))
        found.set(id, { standing: 'notAgreed', since: at, evidenceId: item.id, byId });
  return found;
}

const rank = (standing: Standing): number => standings.indexOf(standing);

/** Of two items with the same standing the one that waits longest speaks. */
function stronger(a: ItemStanding, b: ItemStanding): ItemStanding {
  if (rank(a.standing) !== rank(b.standing)) return rank(a.standing) < rank(b.standing) ? a : b;
  return (b.since ?? '') < (a.since ?? '') ? b : a;
}

/** What the items that tick a criterion make of it; of its confirmations the one that made it enough speaks. */
function together(found: readonly ItemStanding[], needed: number): CriterionStanding {
  const confirmed = found.filter(({ standing }) => standing === 'confirmed');
  const confirmations = confirmed.length;
  const enough = confirmed.sort((a, b) => (a.since ?? '').localeCompare(b.since ?? ''))[needed - 1];
  if (enough) return { ...enough, confirmations };
  const others = found.filter(({ standing }) => standing !== 'confirmed');
  return { ...others.reduce(stronger, untouched), confirmations };
}

/**
 * Exactly one standing for each criterion asked about, from all evidence of one enrolment (R7).
 * @param needed evidence items that must confirm a criterion before it counts
 */
export function standingsOf(
  criterionIds: readonly CriterionId[],
  items: readonly Item[],
  needed = 1,
): Map<CriterionId, CriterionStanding> {
  const found = new Map<CriterionId, ItemStanding[]>(criterionIds.map((id) => [id, []]));
  for (const item of items) for (const [id, standing] of standingsIn(item)) found.get(id)?.push(standing);
  return new Map([...found].map(([id, ofItems]) => [id, together(ofItems, needed)]));
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

/** Stands for an untouched criterion that some of the evidence it needs confirms already. */
const partly = 'p';

/** One letter a criterion, so that a matrix row is a short text. */
export const letterOf = (standing: Standing): string => letters[standing];

/** The letter of a criterion as its evidence makes it. */
export const letterFor = ({ standing, confirmations }: CriterionStanding): string =>
  standing === 'untouched' && confirmations > 0 ? partly : letterOf(standing);

const byLetter = new Map<string, Standing>([
  ...standings.map((standing) => [letters[standing], standing] as const),
  [partly, 'untouched'],
]);
/** The standing behind a letter; null for a criterion outside the chosen units. */
export const standingOf = (letter: string): Standing | null => byLetter.get(letter) ?? null;

/** Whether a letter says: confirmed on some of the evidence needed, and nothing more is under way. */
export const isPartlyConfirmed = (letter: string): boolean => letter === partly;
