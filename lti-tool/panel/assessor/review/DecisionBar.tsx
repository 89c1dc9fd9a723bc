import { useRef, useState } from 'preact/hooks';
import type { EvidenceView, MeView } from '../../../../shared/api/views.ts';
import type { EvidenceId } from '../../../../shared/domain/ids.ts';
import { qualityTexts } from '../../../../shared/texts/quality.ts';
import { reviewTexts } from '../../../../shared/texts/review.ts';
import { hrefTo } from '../../app/router.ts';
import { Dialog } from '../../parts/Dialog.tsx';
import { DialogActions } from '../../parts/DialogActions.tsx';
import { HandOver } from './HandOver.tsx';
import { readOnlyReason } from './read-only-reason.ts';

type Props = {
  readonly me: MeView;
  readonly evidence: EvidenceView;
  /** Criteria that finishing now would mark not agreed. */
  readonly undecided: number;
  /** What waits after this one; null for nothing. */
  readonly next: EvidenceId | null;
  readonly draft: string;
  readonly onDraft: (text: string) => void;
  readonly now: number;
  readonly onDecide: (outcome: 'finish' | 'return', feedback: string) => Promise<void>;
  readonly onHandOver: (note: string) => Promise<void>;
};

/** Ends the review; or says why there is nothing to end. */
export function DecisionBar(props: Props) {
  const { me, evidence, next, now } = props;
  if (evidence.may.finish) return <Decision {...props} />;
  if (evidence.may.handOver) return <HandOver {...props} />;
  const reason = readOnlyReason(evidence, me, now);
  return (
    <footer class="decide">
      <p class="quiet">{reason ?? reviewTexts.decide.resting}</p>
      {me.role === 'iqa' && evidence.confirmed + evidence.reopened.length > 0 && (
        <a class="button primary push" href={hrefTo('sample', evidence.id)}>
          {qualityTexts.sampleThis}
        </a>
      )}
      {next && (
        <a class="button push" href={hrefTo('evidence', next)}>
          {reviewTexts.nextEvidence}
        </a>
      )}
    </footer>
  );
}

function Decision({ evidence, undecided, draft, onDraft, onDecide }: Props) {
  const [feedback, setFeedback] = useState(draft);
  const [busy, setBusy] = useState(false);
  const [missing, setMissing] = useState(false);
  const [asking, ask] = useState(false);
  const field = useRef<HTMLTextAreaElement>(null);
  const name = evidence.learner.givenName;
  const words = reviewTexts.decide;
  const decide = async (outcome: 'finish' | 'return') => {
    if (busy) return;
    if (outcome === 'return' && feedback.trim() === '') {
      setMissing(true);
      field.current?.focus();
      return;
    }
    setBusy(true);
    await onDecide(outcome, feedback.trim());
    setBusy(false);
    ask(false);
  };
  return (
    <footer class="decide">
      <label>
        <span class="sr">{words.feedback(name)}</span>
        <textarea
          ref={field}
          class="field"
          rows={1}
          placeholder={words.feedback(name)}
          value={feedback}
          aria-invalid={missing}
          aria-describedby={missing ? 'feedback-missing' : undefined}
          onInput={(event) => {
            setFeedback(event.currentTarget.value);
            onDraft(event.currentTarget.value);
            setMissing(false);
          }}
        />
      </label>
      {missing ? (
        <small id="feedback-missing" class="refused" role="alert">
          {words.missing(name)}
        </small>
      ) : (
        undecided > 0 && <small class="wide">{words.marks(undecided)}</small>
      )}
      {evidence.may.return && (
        <button type="button" class="button" disabled={busy} onClick={() => decide('return')}>
          {words.return}
        </button>
      )}
      <button
        type="button"
        class="button primary"
        disabled={busy}
        onClick={() => (undecided > 0 ? ask(true) : decide('finish'))}
      >
        {words.finish}
        <span class="wider"> {words.finishReview}</span>
      </button>
      {asking && (
        <Dialog title={words.title(undecided)} onClose={() => ask(false)}>
          <p>{words.consequence(undecided, name)}</p>
          <p class="quiet">{feedback.trim() === '' ? words.noFeedback(name) : words.withFeedback(name)}</p>
          <DialogActions
            main={{ label: words.confirm(undecided), run: () => decide('finish'), disabled: busy }}
            out={{ label: words.keep, run: () => ask(false) }}
          />
        </Dialog>
      )}
    </footer>
  );
}
