import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { EnrolmentView, QualificationView } from '../../../shared/api/views.ts';
import { learnerTexts } from '../../../shared/texts/learner.ts';
import { foldedAtFirst } from '../criteria/folding.ts';
import { treeRows } from '../criteria/tree-rows.ts';
import { criteriaCount } from '../parts/counting.ts';
import { Icon } from '../parts/Icon.tsx';
import type { EvidenceDraft } from './evidence-draft.ts';
import type { Missing } from './missing.ts';
import { PickRows } from './PickRows.tsx';

type Props = {
  readonly qualification: QualificationView;
  readonly enrolment: EnrolmentView;
  readonly draft: EvidenceDraft;
  readonly missing: Missing;
};

/** The criteria of the chosen units, to be ticked in the learner's column; searchable, units foldable. */
export function CriteriaPicker({ qualification, enrolment, draft, missing }: Props) {
  const unitRefs = draft.evidence.value?.unitRefs ?? enrolment.unitRefs;
  const [query, setQuery] = useState('');
  const [folded, setFolded] = useState(() => foldedAtFirst(qualification, unitRefs, draft.ticked.peek()));
  const table = useRef<HTMLTableElement>(null);
  const search = useRef<HTMLInputElement>(null);
  const rows = useMemo(
    () => treeRows(qualification, { unitRefs, query, folded, only: null }),
    [qualification, unitRefs.join(), query, folded],
  );
  const confirmed = useMemo(
    () => new Set(enrolment.criteria.filter(({ standing }) => standing === 'confirmed').map((one) => one.criterionId)),
    [enrolment.criteria],
  );
  const ticked = draft.ticked.value.size;
  const searching = query.trim() !== '';
  const found = rows.filter((row) => row.kind === 'criterion').length;
  const nothingTicked = missing === 'ticks' && ticked === 0;
  useEffect(() => {
    if (nothingTicked) search.current?.focus();
  }, [nothingTicked]);

  const words = learnerTexts.picker;
  return (
    <section aria-labelledby="choose" class="picker">
      <div class="line">
        <h2 id="choose">{words.heading}</h2>
        <span class="quiet push">{words.ticked(ticked)}</span>
      </div>
      {nothingTicked && (
        <p class="missing" role="alert">
          {words.nothingTicked}
        </p>
      )}
      <div class="line">
        <label class="search">
          <Icon name="search" />
          <span class="sr">{words.search}</span>
          <input
            ref={search}
            type="search"
            placeholder={words.searchShort}
            autocomplete="off"
            value={query}
            onInput={(event) => setQuery(event.currentTarget.value)}
            onKeyDown={(event) => {
              if (event.key === 'Enter') table.current?.querySelector<HTMLElement>('.leaf input')?.focus();
            }}
          />
        </label>
        <small role="status">{searching ? words.found(criteriaCount(found)) : ''}</small>
      </div>
      {rows.length > 0 ? (
        <table ref={table} class="criteria">
          <thead class="sr">
            <tr>
              <th scope="col">{words.tick}</th>
              <th scope="col">{words.criterion}</th>
              <th scope="col">{words.confirmed}</th>
            </tr>
          </thead>
          <PickRows
            rows={rows}
            draft={draft}
            confirmed={confirmed}
            searching={searching}
            onFold={(ref) => setFolded((known) => toggled(known, ref))}
          />
        </table>
      ) : (
        <p class="quiet">
          {words.noMatch(query.trim())}{' '}
          <button type="button" class="link" onClick={() => setQuery('')}>
            {words.showAll}
          </button>
        </p>
      )}
    </section>
  );
}

function toggled(known: ReadonlySet<string>, ref: string): Set<string> {
  const next = new Set(known);
  if (!next.delete(ref)) next.add(ref);
  return next;
}
