import type { MeView, QualificationView } from '../../../../shared/api/views.ts';
import type { EvidenceId } from '../../../../shared/domain/ids.ts';
import type { ReviewDesk } from './review-desk.ts';

/** What the review is handed by the panel around it. */
export type ReviewProps = {
  readonly me: MeView;
  readonly qualification: QualificationView;
  readonly evidenceId: EvidenceId;
  /** Everything that waits for the reader, in order. */
  readonly queue: readonly EvidenceId[];
  readonly desk: ReviewDesk;
  /** Ticks that could not be sent yet, of all items. */
  readonly unsent: number;
  /** What the decision before this screen did; null for nothing to tell. */
  readonly said: string | null;
  readonly onHeard: () => void;
  /** The review of this item is over: tells what happened and goes on. */
  readonly onDecided: (id: EvidenceId, message: string) => void;
};
