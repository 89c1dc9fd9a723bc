import type { EvidenceView, QualificationView } from '../../../../shared/api/views.ts';
import type { AcceptSource } from '../../../../shared/domain/accepting.ts';
import type { CriterionId } from '../../../../shared/domain/ids.ts';
import type { Instant } from '../../../../shared/domain/instant.ts';
import { reviewTexts } from '../../../../shared/texts/review.ts';
import { type Asking, askingWords } from '../../../../shared/words/accepting.ts';
import { listed } from '../../../../shared/words/counted.ts';
import { criteriaCount } from '../../parts/counting.ts';
import { shortDate } from '../../parts/dates.ts';
import type { AcceptPart } from './accept-parts.ts';
import { criterionNames } from './criterion-names.ts';
import type { ReviewModel } from './review-model.ts';

export type PromptUnit = {
  readonly ref: string;
  readonly title: string;
  readonly criteria: readonly { readonly id: CriterionId; readonly ref: string; readonly text: string }[];
};
/** What the prompt before an accept-all says (R4): how many, which criteria, whose, and what stays as it is. */
export type AcceptPrompt = Asking & {
  readonly of: AcceptSource;
  /** Exactly the criteria listed; these are sent. */
  readonly shown: readonly CriterionId[];
  /** Every criterion of the unit or outcome asked about; null for all. */
  readonly among: readonly CriterionId[] | null;
  readonly units: readonly PromptUnit[];
};

/** How many criteria are named one by one before they are only counted. */
const namedUpTo = 3;

/**
 * @returns null when none of them is known, so that there is nothing to ask
 */
export function acceptPrompt(
  qualification: QualificationView,
  evidence: EvidenceView,
  model: ReviewModel,
  { of, ids, among, place }: AcceptPart,
  now: number,
): AcceptPrompt | null {
  const wanted = new Set(ids);
  const units = qualification.units
    .map(({ ref, title, outcomes }) => ({
      ref,
      title,
      criteria: outcomes.flatMap((outcome) => outcome.criteria).filter((criterion) => wanted.has(criterion.id)),
    }))
    .filter((unit) => unit.criteria.length > 0);
  const shown = units.flatMap((unit) => unit.criteria.map((criterion) => criterion.id));
  const ticks = shown.flatMap((id) => model.ticks[of].get(id) ?? []);
  if (ticks.length === 0) return null;
  const column = model.column === 'trainee' ? 'trainee' : 'assessor';
  const words = askingWords(
    {
      ...{ of, into: column, learner: evidence.learner, ticks, own: model.own.size },
      unitRefs: units.map((unit) => unit.ref),
      leftOut: leftOut(units, qualification, model, of, wanted),
    },
    (at) => shortDate(at as Instant, now),
  );
  const whose = of === 'learner' ? evidence.learner.givenName : listed(ticks.map((tick) => tick.byName));
  return {
    ...{ of, shown, among, units },
    ...words,
    title: place === null ? words.title : reviewTexts.acceptPartTitle(whose, place),
    notTouched: [...(place === null ? [] : [reviewTexts.notTouchedOutside(place)]), ...words.notTouched],
  };
}

/** What stays though others ticked it, and who they are. */
function leftOut(
  listedUnits: readonly PromptUnit[],
  qualification: QualificationView,
  model: ReviewModel,
  of: AcceptSource,
  wanted: ReadonlySet<CriterionId>,
): { which: string; by: readonly string[] } | null {
  const other = of === 'learner' ? 'trainee' : 'learner';
  const left = [...model.undecided].filter((id) => !wanted.has(id) && model.ticks[other].has(id));
  if (left.length === 0) return null;
  // The list above names no unit where there is only one.
  const names = criterionNames(qualification, listedUnits.length === 1 ? listedUnits[0]?.ref : undefined);
  return {
    which: left.length <= namedUpTo ? listed(left.map((id) => names.get(id)?.ref ?? id)) : criteriaCount(left.length),
    by: left.flatMap((id) => model.ticks[other].get(id)?.byName ?? []),
  };
}
