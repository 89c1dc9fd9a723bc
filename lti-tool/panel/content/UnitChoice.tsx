import type { ContentSelectionView } from '../../../shared/api/content-selection.ts';
import { contentTexts } from '../../../shared/texts/choosing.ts';

type Unit = ContentSelectionView['qualifications'][number]['units'][number];
type Props = {
  readonly units: readonly Unit[];
  /** Refs. */
  readonly chosen: readonly string[];
  /** Nothing is chosen, and something has to be. */
  readonly fault: boolean;
  readonly onChange: (chosen: readonly string[]) => void;
};

/** The units that learners will work on. All at first. */
export function UnitChoice({ units, chosen, fault, onChange }: Props) {
  const words = contentTexts;
  const all = chosen.length === units.length;
  const toggle = (ref: string, on: boolean) =>
    onChange(units.map((unit) => unit.ref).filter((other) => (other === ref ? on : chosen.includes(other))));
  return (
    <fieldset class="choices few" aria-describedby={fault ? 'content-units-fault' : undefined}>
      <legend>{words.units}</legend>
      <label>
        <input
          type="checkbox"
          checked={all}
          indeterminate={!all && chosen.length > 0}
          onChange={() => onChange(all ? [] : units.map((unit) => unit.ref))}
        />
        <span>
          <b>{words.allUnits(units.length)}</b>
        </span>
      </label>
      {units.map((unit) => (
        <label key={unit.ref}>
          <input
            type="checkbox"
            checked={chosen.includes(unit.ref)}
            onChange={(event) => toggle(unit.ref, event.currentTarget.checked)}
          />
          <span>
            {unit.ref} {unit.title}
            <small>{words.unitFacts(unit.criteria, unit.mandatory)}</small>
          </span>
        </label>
      ))}
      {fault && (
        <p class="met no" id="content-units-fault" role="alert">
          {words.noUnits}
        </p>
      )}
    </fieldset>
  );
}
