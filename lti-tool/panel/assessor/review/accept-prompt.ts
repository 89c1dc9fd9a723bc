import type { EvidenceView, QualificationView } from '../../../../shared/api/views.ts';
import type { AcceptSource } from '../../../../shared/domain/accepting.ts';
import type { CriterionId } from '../../../../shared/domain/ids.ts';
import { reviewTexts } from '../../../../shared/texts/review.ts';
import { criteriaCount } from '../../parts/counting.ts';
import { shortDate } from '../../parts/dates.ts';
import { listed } from '../listed.ts';
import type { AcceptPart } from './accept-parts.ts';
import { criterionNames } from './criterion-names.ts';
import type { ReviewModel } from './review-model.ts';

export type PromptUnit = {
  readonly ref: string;
  readonly title: string;
  readonly criteria: readonly { readonly id: CriterionId; readonly ref: string; readonly text: string }[];
};
/** What the prompt before an accept-all says (R4): how many, which criteria, whose, and what stays as it is. */
export type AcceptPrompt = {
  readonly of: AcceptSource;
  /** Exactly the criteria listed; these are sent. */
  readonly shown: readonly CriterionId[];
  /** Every criterion of the unit or outcome asked about; null for all. */
  readonly among: readonly CriterionId[] | null;
  readonly title: string;
  /** "You will confirm", "5 criteria", "in unit 201 that", "Amelia Hart", "(learner) ticked on 17 Nov:". */
  readonly lead: {
    readonly verb: string;
    readonly count: string;
    readonly where: string;
    readonly who: string;
    readonly when: string;
  };
  readonly units: readonly PromptUnit[];
  readonly notTouched: readonly string[];
  readonly afterwards: string;
  readonly button: string;
};

/** How many criteria are named one by one before they are only counted. */
const namedUpTo = 3;

function dates(instants: readonly string[], now: number): string {
  const sorted = [...instants].sort();
  const first = shortDate(sorted[0] ?? '', now);
  const last = shortDate(sorted.at(-1) ?? '', now);
  const words = reviewTexts.accept;
  return first === last ? words.on(first) : words.between(first, last);
}

const titleFor = (whose: string, place: string | null): string =>
  place === null ? reviewTexts.accept.title(whose) : reviewTexts.acceptPartTitle(whose, place);

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
  const { learner } = evidence;
  const trainees = listed(ticks.map((tick) => tick.byName));
  const words = reviewTexts.accept;
  const deed = model.column === 'trainee' ? 'tick' : of === 'trainee' ? 'countersign' : 'confirm';
  const role = of === 'learner' ? words.learner : words.trainee(new Set(ticks.map((tick) => tick.byName)).size);
  return {
    of,
    shown,
    among,
    title: titleFor(of === 'learner' ? learner.givenName : trainees, place),
    lead: {
      verb: words.verbs[deed],
      count: criteriaCount(shown.length),
      where: words.where(units.length, listed(units.map((unit) => unit.ref))),
      who: of === 'learner' ? learner.name : trainees,
      when: words.when(
        role,
        dates(
          ticks.map((tick) => tick.at),
          now,
        ),
      ),
    },
    units,
    notTouched: [
      ...(place === null ? [] : [reviewTexts.notTouchedOutside(place)]),
      ...notTouched(units, qualification, model, of, wanted),
    ],
    afterwards: model.column === 'trainee' ? words.undoTrainee : words.undo,
    button: words.buttons[deed](criteriaCount(shown.length)),
  };
}

function notTouched(
  listedUnits: readonly PromptUnit[],
  qualification: QualificationView,
  model: ReviewModel,
  of: AcceptSource,
  wanted: ReadonlySet<CriterionId>,
): string[] {
  const words = reviewTexts.accept;
  const other = of === 'learner' ? 'trainee' : 'learner';
  const left = [...model.undecided].filter((id) => !wanted.has(id) && model.ticks[other].has(id));
  const already = model.own.size;
  const whose = listed(left.flatMap((id) => model.ticks[other].get(id)?.byName ?? []));
  // The list above names no unit where there is only one.
  const names = criterionNames(qualification, listedUnits.length === 1 ? listedUnits[0]?.ref : undefined);
  const which =
    left.length <= namedUpTo ? listed(left.map((id) => names.get(id)?.ref ?? id)) : criteriaCount(left.length);
  return [
    ...(left.length > 0 ? [words.onlyTicked(which, whose)] : []),
    ...(already > 0 ? [words.already(criteriaCount(already), model.column === 'trainee')] : []),
    words.noTick,
  ];
}
