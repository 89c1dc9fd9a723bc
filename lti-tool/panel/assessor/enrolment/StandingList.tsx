import { useState } from 'preact/hooks';
import type { CriterionStandingView, EnrolmentView, QualificationView } from '../../../../shared/api/views.ts';
import { type Criterion, criteriaUnder } from '../../../../shared/domain/qualification.ts';
import { enrolmentTexts } from '../../../../shared/texts/staff.ts';
import { hrefTo } from '../../app/router.ts';
import { shortDate } from '../../parts/dates.ts';
import { StandingMark, standingNames } from '../../parts/StandingMark.tsx';
import { UnitBlocks } from '../../parts/UnitBlocks.tsx';
import { whyOf } from '../../parts/why.ts';
import { HistoryButton } from '../../quality/history/HistoryButton.tsx';
import { FilterButtons } from '../FilterButtons.tsx';
import { passesStanding, type StandingFilter, standingFilters } from './enrolment-words.ts';

type Props = { readonly qualification: QualificationView; readonly enrolment: EnrolmentView; readonly now: number };

const labelOf = (filter: StandingFilter): string =>
  filter === 'all' || filter === 'waiting' ? enrolmentTexts[filter] : standingNames()[filter];

/** Every criterion with its standing and why; folded by unit, open where something waits. */
export function StandingList({ qualification, enrolment, now }: Props) {
  const words = enrolmentTexts;
  const [filter, setFilter] = useState<StandingFilter>('all');
  const known = new Map(enrolment.criteria.map((each) => [each.criterionId, each]));
  const filters = standingFilters
    .map((key) => ({
      key,
      label: labelOf(key),
      count: enrolment.criteria.filter((each) => passesStanding(key, each.standing)).length,
    }))
    .filter(({ key, count }) => key === 'all' || count > 0);
  const units = qualification.units
    .filter((unit) => enrolment.unitRefs.includes(unit.ref))
    .map((unit) => {
      const criteria = criteriaUnder({ units: [unit] });
      const standings = criteria.map((criterion) => known.get(criterion.id)?.standing ?? 'untouched');
      const shown = criteria.filter((_, place) => passesStanding(filter, standings[place] ?? 'untouched'));
      return { unit, standings, shown };
    })
    .filter(({ shown }) => shown.length > 0);
  return (
    <>
      <FilterButtons label={words.filter} filters={filters} current={filter} onChoose={setFilter} />
      {units.map(({ unit, standings, shown }) => {
        const confirmed = standings.filter((standing) => standing === 'confirmed').length;
        const waits = standings.filter((standing) => standing.startsWith('awaiting')).length;
        const sum = words.sum(confirmed, standings.length, waits);
        return (
          <details class="unit-standings" key={`${filter} ${unit.ref}`} open={filter !== 'all' || waits > 0}>
            <summary>
              <span>
                {unit.ref} {unit.title}
              </span>
              <UnitBlocks row={standings} label={sum} />
              <small aria-hidden="true">{sum}</small>
            </summary>
            <table class="rows">
              <caption class="sr">{words.criteriaOf(unit.ref)}</caption>
              <thead class="sr">
                <tr>
                  <th scope="col">{words.standing}</th>
                  <th scope="col">{words.criterion}</th>
                  <th scope="col">{words.why}</th>
                </tr>
              </thead>
              <tbody>
                {shown.map((criterion) => (
                  <StandingRow
                    key={criterion.id}
                    criterion={criterion}
                    label={`${unit.ref} ${criterion.ref}`}
                    enrolment={enrolment}
                    stands={known.get(criterion.id)}
                    now={now}
                  />
                ))}
              </tbody>
            </table>
          </details>
        );
      })}
    </>
  );
}

type RowProps = {
  readonly criterion: Criterion;
  /** With its unit: "201 1.1". */
  readonly label: string;
  readonly enrolment: EnrolmentView;
  readonly stands: CriterionStandingView | undefined;
  readonly now: number;
};

function StandingRow({ criterion: { id, ref, text }, label, enrolment, stands, now }: RowProps) {
  const words = enrolmentTexts;
  return (
    <tr>
      <td class="mark-cell">
        <StandingMark standing={stands?.standing ?? 'untouched'} />
      </td>
      <th scope="row" class="text">
        <span class="criterion">
          <b>{ref}</b> <span>{text}</span>
        </span>
      </th>
      <td class="text why">
        {stands && whyOf(stands, enrolment, 'staff')}{' '}
        {stands?.since && <small>{words.since(shortDate(stands.since, now))}</small>}{' '}
        {stands?.evidenceId && (
          <a href={hrefTo('evidence', stands.evidenceId)}>
            {words.evidenceLink}
            <span class="sr"> {words.evidenceFor(ref)}</span>
          </a>
        )}{' '}
        <HistoryButton enrolmentId={enrolment.id} criterionId={id} label={label} />
      </td>
    </tr>
  );
}
