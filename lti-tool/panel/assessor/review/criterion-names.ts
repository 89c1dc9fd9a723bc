import type { QualificationView } from '../../../../shared/api/views.ts';
import type { CriterionId } from '../../../../shared/domain/ids.ts';

export type CriterionNames = ReadonlyMap<CriterionId, { readonly ref: string; readonly text: string }>;

/**
 * What each criterion is called in a sentence: "1.1" in the unit that goes without saying, "202 1.1" elsewhere.
 * @param plainUnit ref of that unit; undefined where every ref needs its unit
 */
export const criterionNames = (qualification: QualificationView, plainUnit: string | undefined): CriterionNames =>
  new Map(
    qualification.units.flatMap((unit) =>
      unit.outcomes.flatMap((outcome) =>
        outcome.criteria.map(
          ({ id, ref, text }) => [id, { ref: unit.ref === plainUnit ? ref : `${unit.ref} ${ref}`, text }] as const,
        ),
      ),
    ),
  );
