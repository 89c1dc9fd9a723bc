import { type CriterionId, criterionIdOf, type QualificationId } from './ids.ts';

export type Criterion = { readonly id: CriterionId; readonly ref: string; readonly text: string };
export type LearningOutcome = { readonly ref: string; readonly title: string; readonly criteria: readonly Criterion[] };
export type Unit = {
  readonly ref: string;
  readonly title: string;
  readonly mandatory: boolean;
  /** Credit value; null where the specification states none. */
  readonly credit: number | null;
  readonly outcomes: readonly LearningOutcome[];
};
/** What an awarding organisation publishes: the tree without our ids. */
export type Specification = {
  /** The regulator's qualification number (QAN), e.g. "601/3562/1". */
  readonly number: string;
  readonly title: string;
  readonly level: number;
  readonly awardingOrganisation: string;
  /** Version of the specification, as the awarding organisation names it. */
  readonly version: string;
  readonly units: readonly Unit[];
};
export type Qualification = Specification & { readonly id: QualificationId };

/** A place in the tree: the whole qualification, a unit, or one outcome of a unit. */
export type TreeNode = { readonly unitRef?: string; readonly outcomeRef?: string };

/** The criteria below a place in the tree, in the specification's order (R5). */
export function criteriaUnder(tree: Pick<Specification, 'units'>, node: TreeNode = {}): Criterion[] {
  return tree.units
    .filter((unit) => node.unitRef === undefined || unit.ref === node.unitRef)
    .flatMap((unit) => unit.outcomes)
    .filter((outcome) => node.outcomeRef === undefined || outcome.ref === node.outcomeRef)
    .flatMap((outcome) => outcome.criteria);
}

/** The criteria of the chosen units, in the specification's order. Progress is counted over these (R6). */
export const criteriaOfUnits = (tree: Pick<Specification, 'units'>, unitRefs: readonly string[]): Criterion[] =>
  criteriaUnder({ units: tree.units.filter((unit) => unitRefs.includes(unit.ref)) });

/** Gives every criterion its id. A specification from outside has refs only. */
export function withCriterionIds(units: readonly UnitWithoutIds[]): Unit[] {
  return units.map((unit) => ({
    ...unit,
    outcomes: unit.outcomes.map((outcome) => ({
      ...outcome,
      criteria: outcome.criteria.map((criterion) => ({ ...criterion, id: criterionIdOf(unit.ref, criterion.ref) })),
    })),
  }));
}
export type UnitWithoutIds = Omit<Unit, 'outcomes'> & {
  readonly outcomes: ReadonlyArray<
    Omit<LearningOutcome, 'criteria'> & { readonly criteria: ReadonlyArray<Omit<Criterion, 'id'>> }
  >;
};

/** Whether none, some or all of a place's criteria are in a set: the state of its tri-state box (R5). */
export function tickState(criteria: readonly Criterion[], ticked: ReadonlySet<CriterionId>): 'none' | 'some' | 'all' {
  const count = criteria.filter((criterion) => ticked.has(criterion.id)).length;
  if (count === 0) return 'none';
  return count === criteria.length ? 'all' : 'some';
}
