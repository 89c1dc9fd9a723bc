import type { CriterionId } from '../../../shared/domain/ids.ts';
import { learnerTexts } from '../../../shared/texts/learner.ts';
import type { TreeRow } from '../criteria/tree-rows.ts';
import { criteriaCount } from '../parts/counting.ts';
import type { EvidenceDraft } from './evidence-draft.ts';
import { PickCriterion } from './PickCriterion.tsx';
import { PickGroup } from './PickGroup.tsx';

type Props = {
  readonly rows: readonly TreeRow[];
  readonly draft: EvidenceDraft;
  readonly confirmed: ReadonlySet<CriterionId>;
  readonly searching: boolean;
  readonly onFold: (unitRef: string) => void;
};

/** The rows of the tree, each with a box in the learner's column. */
export function PickRows({ rows, draft, confirmed, searching, onFold }: Props) {
  const words = learnerTexts.picker;
  return (
    <tbody>
      {rows.map((row) => {
        const { unit } = row;
        if (row.kind === 'criterion')
          return (
            <PickCriterion
              key={row.key}
              unitRef={unit.ref}
              criterion={row.criterion}
              draft={draft}
              confirmed={confirmed.has(row.criterion.id)}
            />
          );
        const count = row.criteria.length;
        const place = row.kind === 'unit' ? words.unit(unit.ref) : words.outcome(row.outcome.ref, unit.ref);
        return (
          <PickGroup
            key={row.key}
            kind={row.kind}
            criteria={row.criteria}
            draft={draft}
            label={searching ? words.tickFound(count, place) : words.tickAll(place)}
          >
            {row.kind === 'outcome' && `${row.outcome.ref} ${row.outcome.title}`}
            {row.kind === 'unit' && searching && `${unit.ref} ${unit.title}`}
            {row.kind === 'unit' && !searching && (
              <button type="button" class="fold" aria-expanded={row.open} onClick={() => onFold(unit.ref)}>
                <span>
                  {unit.ref} {unit.title}
                </span>{' '}
                <small>{criteriaCount(count)}</small>
              </button>
            )}
          </PickGroup>
        );
      })}
    </tbody>
  );
}
