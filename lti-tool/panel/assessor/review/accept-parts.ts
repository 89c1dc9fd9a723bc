import type { AcceptSource } from '../../../../shared/domain/accepting.ts';
import type { CriterionId } from '../../../../shared/domain/ids.ts';
import { reviewTexts } from '../../../../shared/texts/review.ts';
import type { TreeRow } from '../../criteria/tree-rows.ts';

/** Ticks that can be accepted together: all of a column, or those in one unit or outcome. */
export type AcceptPart = {
  readonly of: AcceptSource;
  /** The ticks that accepting would carry over now. */
  readonly ids: readonly CriterionId[];
  /** Every criterion of the unit or outcome; null for all. */
  readonly among: readonly CriterionId[] | null;
  /** "unit 201"; null for all. */
  readonly place: string | null;
};

const sources = ['learner', 'trainee'] as const;

/**
 * By the key of its row, what can be accepted in each unit and outcome. A part that is all there is gets none: the links on
 * top do the same.
 */
export function acceptParts(
  rows: readonly TreeRow[],
  offers: Readonly<Record<AcceptSource, readonly CriterionId[]>>,
): ReadonlyMap<string, readonly AcceptPart[]> {
  const severalUnits = rows.filter((row) => row.kind === 'unit').length > 1;
  const parts = new Map<string, AcceptPart[]>();
  for (const row of rows) {
    if (row.kind === 'criterion') continue;
    const among = row.criteria.map((criterion) => criterion.id);
    const ref = row.kind === 'outcome' && severalUnits ? `${row.unit.ref} ${row.outcome.ref}` : '';
    const place =
      row.kind === 'unit'
        ? reviewTexts.unitPlace(row.unit.ref)
        : reviewTexts.outcomePlace(ref === '' ? row.outcome.ref : ref);
    const here = sources.flatMap((of): AcceptPart[] => {
      const ids = offers[of].filter((id) => among.includes(id));
      return ids.length > 0 && ids.length < offers[of].length ? [{ of, ids, among, place }] : [];
    });
    if (here.length > 0) parts.set(row.key, here);
  }
  return parts;
}
