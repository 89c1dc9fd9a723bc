import { type Standing, standingOf, standings } from '../../../shared/domain/standing.ts';

/** What the cell of a unit says: its strongest standing, and how much of it is confirmed. */
export type UnitSum = {
  /** Null where the learner did not choose the unit. */
  readonly standing: Standing | null;
  readonly confirmed: number;
  /** Criteria that wait for an assessor or a countersign. */
  readonly waiting: number;
  readonly total: number;
};

/** Which standing speaks for a unit that is not all confirmed: what needs somebody comes first. */
const unitOrder: readonly Standing[] = [
  'reopened',
  'awaitingCountersign',
  'awaitingAssessor',
  'notAgreed',
  'draft',
  'untouched',
];

/** The sum of a stretch of a row's letters (shared/domain/standing.ts). */
export function unitSum(letters: string, from: number, to: number): UnitSum {
  const counts = new Map<Standing, number>(standings.map((standing) => [standing, 0]));
  let total = 0;
  for (let place = from; place < to; place += 1) {
    const standing = standingOf(letters.charAt(place));
    if (standing === null) continue;
    counts.set(standing, (counts.get(standing) ?? 0) + 1);
    total += 1;
  }
  const count = (standing: Standing) => counts.get(standing) ?? 0;
  const confirmed = count('confirmed');
  const waiting = count('awaitingAssessor') + count('awaitingCountersign');
  if (total === 0) return { standing: null, confirmed, waiting, total };
  const standing =
    confirmed === total ? 'confirmed' : (unitOrder.find((candidate) => count(candidate) > 0) ?? 'untouched');
  return { standing, confirmed, waiting, total };
}

/** Of the learners who have a column, how many hundredths of its criteria are confirmed; null where nobody has it. */
export function confirmedPercent(
  rows: readonly { readonly letters: string }[],
  from: number,
  to: number,
): number | null {
  let confirmed = 0;
  let total = 0;
  for (const { letters } of rows)
    for (let place = from; place < to; place += 1) {
      const letter = letters.charAt(place);
      if (standingOf(letter) === null) continue;
      total += 1;
      if (letter === 'c') confirmed += 1;
    }
  // Down, so that 100 means all.
  return total === 0 ? null : Math.floor((confirmed / total) * 100);
}
