import type { SamplingConfirmation, SamplingReviewView } from '../../../shared/api/quality-views.ts';
import type { CriterionId } from '../../../shared/domain/ids.ts';
import type { SampleWish } from '../../../shared/domain/sampling.ts';

/** What an IQA decides on a confirmation, or that they leave it out of this sample. */
export const sampleChoices = ['accepted', 'actionRequired', 'leftOut'] as const;
export type SampleChoice = (typeof sampleChoices)[number];
export type SampleChoices = ReadonlyMap<CriterionId, SampleChoice>;

/** Whether the asker may decide on this confirmation now: it stands, and is not their own. */
export const mayDecide = ({ own, reopened }: Pick<SamplingConfirmation, 'own' | 'reopened'>): boolean =>
  !own && !reopened;

/** At first all that is confirmed and not sampled yet is in the sample; what was sampled before is left out. */
export const firstChoices = (review: Pick<SamplingReviewView, 'confirmations' | 'maySample'>): SampleChoices =>
  new Map(
    review.confirmations
      .filter((each) => review.maySample && mayDecide(each))
      .map((each) => [each.criterionId, each.sampled === null ? 'accepted' : 'leftOut'] as const),
  );

/** What is sent: each decision with the confirmation that was shown. */
export const wishesOf = (
  choices: SampleChoices,
  confirmations: ReadonlyArray<Pick<SamplingConfirmation, 'criterionId' | 'confirmedAt'>>,
): SampleWish[] =>
  confirmations.flatMap(({ criterionId, confirmedAt }) => {
    const outcome = choices.get(criterionId);
    return outcome === undefined || outcome === 'leftOut' ? [] : [{ criterionId, confirmedAt, outcome }];
  });

export const countOf = (choices: SampleChoices, choice: SampleChoice): number =>
  [...choices.values()].filter((each) => each === choice).length;

/** The confirmations that action is asked for. */
export const actionsOf = (
  choices: SampleChoices,
  confirmations: readonly SamplingConfirmation[],
): SamplingConfirmation[] => confirmations.filter((each) => choices.get(each.criterionId) === 'actionRequired');
