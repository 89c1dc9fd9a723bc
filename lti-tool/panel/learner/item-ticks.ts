import type { EvidenceView, QualificationView } from '../../../shared/api/views.ts';
import type { Column } from '../../../shared/domain/evidence.ts';
import type { CriterionId } from '../../../shared/domain/ids.ts';
import type { Criterion } from '../../../shared/domain/qualification.ts';
import type { Standing } from '../../../shared/domain/standing.ts';

/** One criterion on one item: who ticked it, and what that comes to on this item. */
export type ItemTick = {
  readonly criterion: Criterion;
  /** Names of those who ticked, by column; absent where nobody did. */
  readonly by: Readonly<Partial<Record<Column, string>>>;
  readonly standing: Standing;
};
export type UnitTicks = { readonly ref: string; readonly title: string; readonly ticks: readonly ItemTick[] };

type Item = Pick<EvidenceView, 'ticks' | 'status' | 'reopened'>;

function standingOn(item: Item, id: CriterionId, by: ItemTick['by']): Standing {
  if (item.status === 'withdrawn') return 'untouched';
  if (by.assessor !== undefined) return item.reopened.includes(id) ? 'reopened' : 'confirmed';
  if (item.status === 'submitted') return by.trainee === undefined ? 'awaitingAssessor' : 'awaitingCountersign';
  return item.status === 'assessed' ? 'notAgreed' : 'draft';
}

/** The criteria that anybody ticked on an item, unit by unit in the specification's order. */
export function itemTicks(qualification: QualificationView, item: Item): UnitTicks[] {
  const names = (column: Column) => new Map(item.ticks[column].map((tick) => [tick.criterionId, tick.byName]));
  const byColumn = { learner: names('learner'), trainee: names('trainee'), assessor: names('assessor') };
  return qualification.units
    .map(({ ref, title, outcomes }) => ({
      ref,
      title,
      ticks: outcomes
        .flatMap((outcome) => outcome.criteria)
        .map((criterion) => {
          const found = Object.entries(byColumn)
            .map(([column, known]) => [column, known.get(criterion.id)] as const)
            .filter(([, name]) => name !== undefined);
          const by: ItemTick['by'] = Object.fromEntries(found);
          return { criterion, by, standing: standingOn(item, criterion.id, by) };
        })
        .filter(({ by }) => Object.keys(by).length > 0),
    }))
    .filter(({ ticks }) => ticks.length > 0);
}
