import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import type { MatrixView } from '../../../shared/api/caseload-views.ts';
import type { QualificationView } from '../../../shared/api/views.ts';
import type { PersonId } from '../../../shared/domain/ids.ts';
import { matrixTexts } from '../../../shared/texts/matrix.ts';
import { whoseTexts } from '../../../shared/texts/whose.ts';
import { SearchField } from '../assessor/SearchField.tsx';
import { Icon } from '../parts/Icon.tsx';
import type { Whose } from '../parts/whose.ts';
import { type MatrixMode, matrixModes } from './matrix-columns.ts';
import { type MatrixChoice, type MatrixSort, matrixSorts } from './matrix-rows.ts';

type Props = {
  readonly qualification: QualificationView;
  readonly matrix: MatrixView;
  readonly me: PersonId;
  readonly choice: MatrixChoice;
  readonly onChoose: (change: Partial<MatrixChoice>) => void;
  readonly mode: MatrixMode;
  readonly onMode: (mode: MatrixMode) => void;
  readonly onCsv: () => void;
  readonly onPrint: () => void;
};

/** Days that something may have waited, to choose from. */
const waits = [0, 3, 7, 14, 30] as const;

/** What to show, in which order, and ways out of the screen. */
export function MatrixTools({ qualification, matrix, me, choice, onChoose, mode, onMode, onCsv, onPrint }: Props) {
  const words = matrixTexts;
  const [unfolded, unfold] = useState(false);
  const others = matrix.assessors.filter(({ id }) => id !== me);
  return (
    <div class={unfolded ? 'line tools matrix-tools unfolded' : 'line tools matrix-tools'}>
      <SearchField label={words.search} value={choice.query} onInput={(query) => onChoose({ query })} />
      <button type="button" class="button narrow-only" aria-expanded={unfolded} onClick={() => unfold(!unfolded)}>
        {words.more}
      </button>
      <Choose label={whoseTexts.label} value={choice.whose} onChange={(whose) => onChoose({ whose: whose as Whose })}>
        <option value="all">{whoseTexts.everybody}</option>
        {matrix.assessors.length > others.length && <option value={me}>{whoseTexts.mine}</option>}
        <option value="unassigned">{whoseTexts.unassigned}</option>
        {others.map(({ id, name }) => (
          <option key={id} value={id}>
            {words.learnersOf(name)}
          </option>
        ))}
      </Choose>
      <Choose
        label={words.unit}
        value={choice.unitRef ?? ''}
        onChange={(unitRef) => onChoose({ unitRef: unitRef === '' ? null : unitRef })}
      >
        <option value="">{words.allUnits}</option>
        {qualification.units.map(({ ref, title }) => (
          <option key={ref} value={ref}>
            {ref} {title}
          </option>
        ))}
      </Choose>
      <Choose label={words.waited} value={String(choice.days)} onChange={(days) => onChoose({ days: Number(days) })}>
        {waits.map((days) => (
          <option key={days} value={days}>
            {words.waitedLonger(days)}
          </option>
        ))}
      </Choose>
      <Choose label={words.sort} value={choice.sort} onChange={(sort) => onChoose({ sort: sort as MatrixSort })}>
        {matrixSorts.map((sort) => (
          <option key={sort} value={sort}>
            {words.sorts[sort]}
          </option>
        ))}
      </Choose>
      <Choose label={words.columns} value={mode} onChange={(next) => onMode(next as MatrixMode)}>
        {matrixModes.map((one) => (
          <option key={one} value={one}>
            {words.modes[one]}
          </option>
        ))}
      </Choose>
      <span class="line push">
        <button type="button" class="button" onClick={onCsv}>
          <Icon name="file" /> {words.csv.button}
        </button>
        <button type="button" class="button" onClick={onPrint}>
          {words.print}
        </button>
      </span>
    </div>
  );
}

type ChooseProps = {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly children: ComponentChildren;
};
function Choose({ label, value, onChange, children }: ChooseProps) {
  return (
    <select class="button" aria-label={label} value={value} onChange={(event) => onChange(event.currentTarget.value)}>
      {children}
    </select>
  );
}
