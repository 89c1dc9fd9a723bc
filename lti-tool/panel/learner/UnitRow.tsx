import { useState } from 'preact/hooks';
import type { CriterionStandingView, EnrolmentView } from '../../../shared/api/views.ts';
import type { CriterionId } from '../../../shared/domain/ids.ts';
import { learnerTexts } from '../../../shared/texts/learner.ts';
import { number } from '../../../shared/texts/locale.ts';
import { UnitBlocks } from '../parts/UnitBlocks.tsx';
import { CriterionReason } from './CriterionReason.tsx';
import type { UnitProgress } from './standing-tally.ts';

type Props = {
  readonly progress: UnitProgress;
  readonly standings: ReadonlyMap<CriterionId, CriterionStandingView>;
  readonly enrolment: EnrolmentView;
};

/** One unit: its blocks and numbers; open, the standing of each criterion in words. Closed, the words are not drawn at all. */
export function UnitRow({ progress: { unit, standings: row, tally }, standings, enrolment }: Props) {
  const [open, setOpen] = useState(false);
  const words = learnerTexts.units;
  const done = tally.confirmed === row.length;
  const note = done ? words.done : tally.waiting > 0 ? words.waiting(tally.waiting) : '';
  return (
    <li>
      <details onToggle={(event) => setOpen(event.currentTarget.open)}>
        <summary>
          <span class="unit-title">
            <b>{unit.ref}</b> {unit.title}
          </span>
          <UnitBlocks row={row} label={words.inWords(tally)} />
          <span class="num">
            <small>{note}</small>
            <b>{number(tally.confirmed)}</b> {words.of(row.length)}
          </span>
        </summary>
        {open &&
          unit.outcomes.map((outcome) => (
            <div key={outcome.ref} class="reasons">
              <h3>
                {outcome.ref} {outcome.title}
              </h3>
              <ul>
                {outcome.criteria.map((criterion) => (
                  <CriterionReason
                    key={criterion.id}
                    criterion={criterion}
                    standing={standings.get(criterion.id)}
                    enrolment={enrolment}
                    label={`${unit.ref} ${criterion.ref}`}
                  />
                ))}
              </ul>
            </div>
          ))}
      </details>
    </li>
  );
}
