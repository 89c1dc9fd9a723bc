import { useState } from 'preact/hooks';
import type { CriterionStandingView } from '../../../shared/api/views.ts';
import type { CriterionId, EnrolmentId } from '../../../shared/domain/ids.ts';
import { UnitBlocks } from '../parts/UnitBlocks.tsx';
import { CriterionReason } from './CriterionReason.tsx';
import type { UnitProgress } from './standing-tally.ts';

type Props = {
  readonly progress: UnitProgress;
  readonly standings: ReadonlyMap<CriterionId, CriterionStandingView>;
  readonly enrolmentId: EnrolmentId;
};

/** One unit: its blocks and numbers; open, the standing of each criterion in words. Closed, the words are not drawn at all. */
export function UnitRow({ progress: { unit, standings: row, tally }, standings, enrolmentId }: Props) {
  const [open, setOpen] = useState(false);
  const done = tally.confirmed === row.length;
  const note = done ? 'done · ' : tally.waiting > 0 ? `${tally.waiting} waiting · ` : '';
  const inWords = `${tally.confirmed} confirmed, ${tally.waiting} waiting, ${tally.needsWork} need more work, ${tally.untouched} not started`;
  return (
    <li>
      <details onToggle={(event) => setOpen(event.currentTarget.open)}>
        <summary>
          <span class="unit-title">
            <b>{unit.ref}</b> {unit.title}
          </span>
          <UnitBlocks row={row} label={inWords} />
          <span class="num">
            <small>{note}</small>
            <b>{tally.confirmed}</b> of {row.length}
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
                    history={{ enrolmentId, label: `${unit.ref} ${criterion.ref}` }}
                  />
                ))}
              </ul>
            </div>
          ))}
      </details>
    </li>
  );
}
