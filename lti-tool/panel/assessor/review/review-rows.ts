import type { EvidenceView, QualificationView } from '../../../../shared/api/views.ts';
import { columns } from '../../../../shared/domain/evidence.ts';
import type { CriterionId } from '../../../../shared/domain/ids.ts';
import { criteriaOfUnits, criteriaUnder } from '../../../../shared/domain/qualification.ts';
import type { TreeRow } from '../../criteria/tree-rows.ts';

/** Which criteria the review shows at once, and which are folded away because nobody ticked near them. */
export type ReviewSplit = {
  /** Every criterion of an outcome in which somebody ticked something. */
  readonly offered: ReadonlySet<CriterionId>;
  readonly rest: ReadonlySet<CriterionId>;
  /** Refs of the units with something offered. */
  readonly unitRefs: readonly string[];
  /** Folded criteria in those units, and in all others. */
  readonly restHere: number;
  readonly restElsewhere: number;
};

/** Splits by whole outcomes, so that a criterion is read among its neighbours. */
export function splitCriteria(
  qualification: QualificationView,
  evidence: Pick<EvidenceView, 'unitRefs' | 'ticks'>,
): ReviewSplit {
  const ticked = new Set(columns.flatMap((column) => evidence.ticks[column].map((tick) => tick.criterionId)));
  const chosen = qualification.units.filter((unit) => evidence.unitRefs.includes(unit.ref));
  const offered = new Set<CriterionId>();
  const unitRefs: string[] = [];
  for (const unit of chosen)
    for (const outcome of unit.outcomes) {
      if (!outcome.criteria.some((criterion) => ticked.has(criterion.id))) continue;
      if (!unitRefs.includes(unit.ref)) unitRefs.push(unit.ref);
      for (const criterion of outcome.criteria) offered.add(criterion.id);
    }
  const all = criteriaUnder({ units: chosen });
  const here = criteriaOfUnits({ units: chosen }, unitRefs).length - offered.size;
  const rest = new Set(all.map((criterion) => criterion.id).filter((id) => !offered.has(id)));
  return { offered, rest, unitRefs, restHere: here, restElsewhere: rest.size - here };
}

/** The criteria of the rows, in order. */
export const criterionIds = (rows: readonly TreeRow[]): CriterionId[] =>
  rows.flatMap((row) => (row.kind === 'criterion' ? [row.criterion.id] : []));

/**
 * The next (step 1) or previous (step -1) criterion still to decide, from the current one, round the end to the start.
 * @param order all criteria on screen, in order
 */
export function nextUndecided(
  order: readonly CriterionId[],
  undecided: ReadonlySet<CriterionId>,
  current: CriterionId | null,
  step: 1 | -1,
): CriterionId | null {
  const from = current === null ? -1 : order.indexOf(current);
  const start = from < 0 && step < 0 ? order.length : from;
  for (let n = 1; n <= order.length; n += 1) {
    const id = order[(start + step * n + order.length * 2) % order.length];
    if (id !== undefined && undecided.has(id)) return id;
  }
  return null;
}
