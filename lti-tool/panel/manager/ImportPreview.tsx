import type { QualificationPreview } from '../../../shared/api/manager-operations.ts';
import { detailNames } from '../../../shared/specification/draft.ts';
import { number } from '../../../shared/texts/locale.ts';
import { managerTexts } from '../../../shared/texts/manager.ts';

type Details = QualificationPreview['details'];
type Props = {
  readonly preview: QualificationPreview;
  /** What is typed now. */
  readonly details: Partial<Details>;
  readonly busy: boolean;
  readonly onDetails: (details: Partial<Details>) => void;
  readonly onCheck: () => void;
  readonly onImport: () => void;
};

/** What a file would bring in: what it is called, its units, and every fault with its row. */
export function ImportPreview({ preview, details, busy, onDetails, onCheck, onImport }: Props) {
  const words = managerTexts.qualifications;
  const { faults, units, exists } = preview;
  const isChanged = detailNames.some((name) => (details[name] ?? '').trim() !== preview.details[name]);
  const criteria = units.reduce((sum, unit) => sum + unit.criteria, 0);
  return (
    <form
      class="preview"
      onSubmit={(event) => {
        event.preventDefault();
        if (isChanged || faults.length > 0 || exists) onCheck();
        else onImport();
      }}
    >
      <fieldset>
        <legend>{words.preview}</legend>
        <p class="quiet">{words.detailsHint}</p>
        <div class="details">
          {detailNames.map((name) => (
            <label key={name}>
              {words.details[name]}
              <input
                class="field"
                value={details[name] ?? ''}
                maxLength={300}
                onInput={(event) => onDetails({ ...details, [name]: event.currentTarget.value })}
              />
            </label>
          ))}
        </div>
      </fieldset>
      {faults.length > 0 && (
        <div class="notice error" role="alert">
          <p>
            <b>{words.faults(faults.length)}</b>
          </p>
          <table class="rows">
            <thead>
              <tr>
                <th scope="col">{words.place}</th>
                <th scope="col">{words.fault}</th>
              </tr>
            </thead>
            <tbody>
              {faults.map(({ place, message }) => (
                <tr key={`${place} ${message}`}>
                  <th scope="row">{place}</th>
                  <td class="text">{message}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {exists && !isChanged && (
        <p class="notice" role="alert">
          {words.exists}
        </p>
      )}
      {units.length > 0 && (
        <table class="rows">
          <thead>
            <tr>
              <th scope="col">{words.unit}</th>
              <th scope="col">{words.unitTitle}</th>
              <th scope="col" class="num wider">
                {words.outcomes}
              </th>
              <th scope="col" class="num">
                {words.criteria}
              </th>
            </tr>
          </thead>
          <tbody>
            {units.map((unit) => (
              <tr key={unit.ref}>
                <th scope="row">{unit.ref}</th>
                <td class="text">
                  {unit.title} {!unit.mandatory && <small>{words.optional}</small>}
                </td>
                <td class="num wider">{number(unit.outcomes)}</td>
                <td class="num">{number(unit.criteria)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <div class="actions">
        <button type="submit" class="button primary" disabled={busy}>
          {isChanged || faults.length > 0 || exists ? words.check : words.import(criteria)}
        </button>
      </div>
    </form>
  );
}
