import type { QualificationView } from '../../../shared/api/views.ts';
import type { CriterionId } from '../../../shared/domain/ids.ts';

type UnitView = QualificationView['units'][number];
type OutcomeView = UnitView['outcomes'][number];
type CriterionView = OutcomeView['criteria'][number];

export type TreeRow =
  | {
      readonly kind: 'unit';
      readonly key: string;
      readonly unit: UnitView;
      readonly criteria: readonly CriterionView[];
      readonly open: boolean;
    }
  | {
      readonly kind: 'outcome';
      readonly key: string;
      readonly unit: UnitView;
      readonly outcome: OutcomeView;
      readonly criteria: readonly CriterionView[];
    }
  | {
      readonly kind: 'criterion';
      readonly key: string;
      readonly unit: UnitView;
      readonly outcome: OutcomeView;
      readonly criterion: CriterionView;
    };

/** Whether a criterion answers a search: every word in its text, or "201 1.1", "201 1", "1.1" as refs. */
function matches(query: string, unit: UnitView, criterion: CriterionView): boolean {
  const words = query.toLowerCase().split(/\s+/).filter(Boolean);
  const text = `${unit.title} ${criterion.text}`.toLowerCase();
  return words.every((word) =>
    /^\d/.test(word)
      ? unit.ref === word || criterion.ref === word || criterion.ref.startsWith(`${word}.`)
      : text.includes(word),
  );
}

export type TreeFilter = {
  /** Refs of the units to show. */
  readonly unitRefs: readonly string[];
  readonly query: string;
  /** Refs of the units whose criteria are folded away; a search unfolds all. */
  readonly folded: ReadonlySet<string>;
  /** Criteria to show; null for all. */
  readonly only: ReadonlySet<CriterionId> | null;
};

/** The tree as the flat rows of a table, in the specification's order; units and outcomes with nothing below are left out. */
export function treeRows(qualification: QualificationView, filter: TreeFilter): TreeRow[] {
  const rows: TreeRow[] = [];
  for (const unit of qualification.units.filter((candidate) => filter.unitRefs.includes(candidate.ref))) {
    const shown = unit.outcomes.map((outcome) => ({
      outcome,
      criteria: outcome.criteria.filter(
        (criterion) =>
          matches(filter.query, unit, criterion) && (filter.only === null || filter.only.has(criterion.id)),
      ),
    }));
    const criteria = shown.flatMap((part) => part.criteria);
    if (criteria.length === 0) continue;
    const open = filter.query.trim() !== '' || !filter.folded.has(unit.ref);
    rows.push({ kind: 'unit', key: unit.ref, unit, criteria, open });
    if (!open) continue;
    for (const part of shown.filter(({ criteria: some }) => some.length > 0)) {
      rows.push({ kind: 'outcome', key: `${unit.ref}#${part.outcome.ref}`, unit, ...part });
      for (const criterion of part.criteria)
        rows.push({ kind: 'criterion', key: criterion.id, unit, outcome: part.outcome, criterion });
    }
  }
  return rows;
}
