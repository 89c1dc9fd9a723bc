import type { EnrolmentView, QualificationView } from '../../../shared/api/views.ts';
import { learnerTexts } from '../../../shared/texts/learner.ts';
import { unitsProgress } from './standing-tally.ts';
import { UnitRow } from './UnitRow.tsx';

type Props = { readonly qualification: QualificationView; readonly enrolment: EnrolmentView };

/** The chosen units, each with one block a criterion; a unit opens to say how each criterion stands and why. */
export function UnitList({ qualification, enrolment }: Props) {
  const standings = new Map(enrolment.criteria.map((criterion) => [criterion.criterionId, criterion]));
  return (
    <section aria-labelledby="units">
      <h2 id="units">{learnerTexts.units.heading}</h2>
      <p class="quiet">{learnerTexts.units.intro}</p>
      <ul class="units">
        {unitsProgress(qualification, enrolment).map((progress) => (
          <UnitRow key={progress.unit.ref} progress={progress} standings={standings} enrolment={enrolment} />
        ))}
      </ul>
    </section>
  );
}
