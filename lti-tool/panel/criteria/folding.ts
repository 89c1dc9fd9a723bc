import type { QualificationView } from '../../../shared/api/views.ts';
import type { CriterionId } from '../../../shared/domain/ids.ts';
import { criteriaUnder } from '../../../shared/domain/qualification.ts';

/** Refs of the units to fold away at first: those without a tick, but for the first unit where nothing is ticked at all. */
export function foldedAtFirst(
  qualification: QualificationView,
  unitRefs: readonly string[],
  ticked: ReadonlySet<CriterionId>,
): Set<string> {
  const units = qualification.units.filter((unit) => unitRefs.includes(unit.ref));
  const touched = units.filter((unit) => criteriaUnder({ units: [unit] }).some(({ id }) => ticked.has(id)));
  const open = touched.length > 0 ? touched : units.slice(0, 1);
  return new Set(units.filter((unit) => !open.includes(unit)).map((unit) => unit.ref));
}
