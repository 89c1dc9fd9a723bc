import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import type { ContentChoice, ContentSelectionView } from '../../../shared/api/content-selection.ts';
import { contentTexts } from '../../../shared/texts/choosing.ts';
import type { ContentQualification } from './QualificationList.tsx';
import { UnitChoice } from './UnitChoice.tsx';

type Props = {
  readonly view: ContentSelectionView;
  readonly qualification: ContentQualification;
  readonly busy: boolean;
  readonly cancel: ComponentChildren;
  readonly onAdd: (choice: ContentChoice) => void;
  /** Puts it on the list, so that another can be chosen; null where no more may be. */
  readonly onKeep: ((choice: ContentChoice) => void) | null;
};

const longestTitle = 255;
/** Value of the button that puts a choice on the list. */
const keep = 'keep';

/** Units, title and gradebook columns of the activity to add. */
export function ContentDetails({ view, qualification, busy, cancel, onAdd, onKeep }: Props) {
  const words = contentTexts;
  const { acceptsLineItems, acceptsMultiple } = view;
  const [units, setUnits] = useState<readonly string[]>(qualification.units.map((unit) => unit.ref));
  const [title, setTitle] = useState(qualification.title.slice(0, longestTitle));
  const [columns, setColumns] = useState<ContentChoice['columns']>('one');
  const [noUnits, setNoUnits] = useState(false);
  const columnWords = words.columns(acceptsMultiple);
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        setNoUnits(units.length === 0);
        if (units.length === 0) return;
        const { number, version } = qualification;
        const { submitter } = event;
        const wanted = onKeep !== null && submitter instanceof HTMLButtonElement && submitter.value === keep;
        const done = wanted ? onKeep : onAdd;
        done({
          number,
          version,
          units: [...units],
          title: title.trim(),
          columns: acceptsLineItems ? columns : 'none',
        });
      }}
    >
      <UnitChoice
        units={qualification.units}
        chosen={units}
        fault={noUnits && units.length === 0}
        onChange={setUnits}
      />
      <label class="content-title">
        <b>{words.activityTitle}</b>
        <input
          class="field"
          required
          pattern=".*\S.*"
          maxLength={longestTitle}
          value={title}
          onInput={(event) => setTitle(event.currentTarget.value)}
        />
      </label>
      {acceptsLineItems && (
        <fieldset class="choices few">
          <legend>{words.gradebook}</legend>
          {(['one', 'units', 'none'] as const).map((value) => (
            <label key={value}>
              <input type="radio" name="columns" checked={columns === value} onChange={() => setColumns(value)} />
              <span>
                <b>{columnWords[value].label}</b>
                <small>{columnWords[value].hint}</small>
              </span>
            </label>
          ))}
        </fieldset>
      )}
      <div class="actions">
        <button type="submit" class="button primary" disabled={busy}>
          {words.add}
        </button>
        {onKeep && (
          <button type="submit" class="button" value={keep} disabled={busy}>
            {words.keep}
          </button>
        )}
        {cancel}
      </div>
    </form>
  );
}
