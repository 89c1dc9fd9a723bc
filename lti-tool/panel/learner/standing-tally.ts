import type { EnrolmentView, QualificationView } from '../../../shared/api/views.ts';
import { turnOf } from '../../../shared/domain/explanation.ts';
import { criteriaUnder } from '../../../shared/domain/qualification.ts';
import type { Standing } from '../../../shared/domain/standing.ts';

/** The four numbers a learner needs: what counts, what waits for a person, what needs work, what is not started. */
export type Tally = {
  readonly confirmed: number;
  readonly waiting: number;
  readonly needsWork: number;
  readonly untouched: number;
};

export function tallyOf(standings: readonly Standing[]): Tally {
  const count = (wanted: (standing: Standing) => boolean) => standings.filter(wanted).length;
  return {
    confirmed: count((standing) => standing === 'confirmed'),
    waiting: count((standing) => turnOf[standing] === 'assessor'),
    needsWork: count((standing) => standing === 'draft' || standing === 'notAgreed'),
    untouched: count((standing) => standing === 'untouched'),
  };
}

type UnitView = QualificationView['units'][number];
export type UnitProgress = { readonly unit: UnitView; readonly standings: readonly Standing[]; readonly tally: Tally };

/** The chosen units with the standing of each criterion, in the specification's order. */
export function unitsProgress(
  qualification: QualificationView,
  enrolment: Pick<EnrolmentView, 'criteria' | 'unitRefs'>,
): UnitProgress[] {
  const standingById = new Map(enrolment.criteria.map((criterion) => [criterion.criterionId, criterion.standing]));
  return qualification.units
    .filter((unit) => enrolment.unitRefs.includes(unit.ref))
    .map((unit) => {
      const standings = criteriaUnder({ units: [unit] }).map(({ id }) => standingById.get(id) ?? 'untouched');
      return { unit, standings, tally: tallyOf(standings) };
    });
}
