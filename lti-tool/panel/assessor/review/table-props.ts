import type { EvidenceView } from '../../../../shared/api/views.ts';
import type { CriterionId } from '../../../../shared/domain/ids.ts';
import type { ReviewModel } from './review-model.ts';

/** What every row of a review's table needs. */
export type TableProps = {
  readonly model: ReviewModel;
  readonly evidence: EvidenceView;
  readonly current: CriterionId | null;
  readonly onCurrent: (id: CriterionId) => void;
  readonly onTick: (ids: readonly CriterionId[], on: boolean) => void;
};
