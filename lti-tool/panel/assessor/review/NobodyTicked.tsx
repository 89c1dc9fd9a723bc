import { useMemo, useState } from 'preact/hooks';
import type { QualificationView } from '../../../../shared/api/views.ts';
import { reviewTexts } from '../../../../shared/texts/review.ts';
import { treeRows } from '../../criteria/tree-rows.ts';
import { SearchField } from '../SearchField.tsx';
import { CriteriaTable } from './CriteriaTable.tsx';
import type { ReviewSplit } from './review-rows.ts';
import type { TableProps } from './table-props.ts';

type Props = TableProps & { readonly qualification: QualificationView; readonly split: ReviewSplit };

/** The rest of the specification, folded away: an assessor may confirm what nobody ticked (R3). */
export function NobodyTicked({ qualification, split, ...table }: Props) {
  const [open, setOpen] = useState(false);
  const [query, setQuery] = useState('');
  const [unfolded, setUnfolded] = useState<ReadonlySet<string>>(new Set(split.unitRefs));
  const { unitRefs } = table.evidence;
  const rows = useMemo(
    () =>
      treeRows(qualification, {
        unitRefs,
        query,
        folded: new Set(unitRefs.filter((ref) => !unfolded.has(ref))),
        only: split.rest,
      }),
    [qualification, unitRefs, query, unfolded, split],
  );
  if (split.rest.size === 0) return null;
  const words = reviewTexts.nobodyTicked;
  const where = [
    ...(split.restHere > 0 ? [words.here(split.restHere, split.unitRefs.length)] : []),
    ...(split.restElsewhere > 0 ? [words.elsewhere(split.restElsewhere)] : []),
  ];
  const fold = (ref: string) =>
    setUnfolded((before) => {
      const after = new Set(before);
      if (!after.delete(ref)) after.add(ref);
      return after;
    });
  return (
    <details class="more" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>
        {words.heading} <small>{where.join(', ')}</small>
      </summary>
      {open && (
        <>
          <SearchField label={words.find} value={query} onInput={setQuery} />
          {rows.length === 0 && <p role="status">{words.noMatch}</p>}
          <CriteriaTable {...table} rows={rows} withUnit onFold={fold} caption={words.heading} head={words.head} />
        </>
      )}
    </details>
  );
}
