import type { RefObject } from 'preact';
import type { SamplingReviewView } from '../../../shared/api/quality-views.ts';
import { qualityTexts } from '../../../shared/texts/quality.ts';
import { hrefTo } from '../app/router.ts';

type Props = {
  readonly review: SamplingReviewView;
  readonly field: RefObject<HTMLTextAreaElement | null>;
  readonly feedback: string;
  readonly onFeedback: (text: string) => void;
  /** Action is asked for without words. */
  readonly missing: boolean;
  /** Whose confirmations they are. */
  readonly assessors: string;
  readonly accepted: number;
  readonly actions: number;
  readonly busy: boolean;
  readonly onRecord: () => void;
};

/** Feedback and the button that records; or why there is nothing to record. */
export function SampleBar(props: Props) {
  const { review, field, feedback, onFeedback, missing, assessors, accepted, actions, busy, onRecord } = props;
  const words = qualityTexts;
  if (!review.maySample || review.confirmations.length === 0)
    return (
      <footer class="decide">
        <p class="quiet">
          {review.confirmations.length === 0
            ? words.nothingConfirmed
            : review.evidence.status === 'withdrawn'
              ? words.cannotSample
              : words.maySeeOnly}
        </p>
        <a class="button push" href={hrefTo('sampling')}>
          {words.back}
        </a>
      </footer>
    );
  const nothing = accepted + actions === 0;
  return (
    <footer class="decide">
      <label>
        <span class="sr">{words.feedbackTo(assessors)}</span>
        <textarea
          ref={field}
          class="field"
          rows={1}
          placeholder={words.feedbackTo(assessors)}
          value={feedback}
          aria-invalid={missing}
          aria-describedby={missing ? 'sample-feedback-missing' : undefined}
          onInput={(event) => onFeedback(event.currentTarget.value)}
        />
      </label>
      {missing ? (
        <small id="sample-feedback-missing" class="refused" role="alert">
          {words.feedbackMissing}
        </small>
      ) : (
        nothing && <small>{words.chooseSome}</small>
      )}
      <a class="button" href={hrefTo('sampling')}>
        {words.skip}
      </a>
      <button type="button" class="button primary" disabled={busy || nothing} onClick={onRecord}>
        {words.record(accepted, actions)}
      </button>
    </footer>
  );
}
