import { useRef, useState } from 'preact/hooks';
import type { EvidenceView, MeView } from '../../../../shared/api/views.ts';
import type { EvidenceId } from '../../../../shared/domain/ids.ts';
import { hrefTo } from '../../app/router.ts';
import { criteriaCount } from '../../parts/counting.ts';
import { Dialog } from '../../parts/Dialog.tsx';
import { texts } from '../../texts/texts.ts';
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
      <p class="quiet">{reason ?? resting}</p>
      {me.role === 'iqa' && evidence.confirmed + evidence.reopened.length > 0 && (
        <a class="button primary push" href={hrefTo('sample', evidence.id)}>
          {texts.quality.sampleThis}
        </a>
      )}
      {next && (
        <a class="button push" href={hrefTo('evidence', next)}>
          Next evidence
        </a>
      )}
    </footer>
  );
}

const resting = 'This review is finished. Only what the IQA reopened can be confirmed again.';

function Decision({ evidence, undecided, draft, onDraft, onDecide }: Props) {
  const [feedback, setFeedback] = useState(draft);
  const [busy, setBusy] = useState(false);
  const [missing, setMissing] = useState(false);
  const [asking, ask] = useState(false);
  const field = useRef<HTMLTextAreaElement>(null);
  const name = evidence.learner.givenName;
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
        <span class="sr">Feedback to {name}</span>
        <textarea
          ref={field}
          class="field"
          rows={1}
          placeholder={`Feedback to ${name}`}
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
          Say what {name} should do next, then return it.
        </small>
      ) : (
        undecided > 0 && <small class="wide">Finishing now marks {undecided} not agreed</small>
      )}
      {evidence.may.return && (
        <button type="button" class="button" disabled={busy} onClick={() => decide('return')}>
          Return
        </button>
      )}
      <button
        type="button"
        class="button primary"
        disabled={busy}
        onClick={() => (undecided > 0 ? ask(true) : decide('finish'))}
      >
        Finish<span class="wider"> review</span>
      </button>
      {asking && (
        <Dialog title={`Finish with ${undecided} not agreed?`} onClose={() => ask(false)}>
          <p>
            {criteriaCount(undecided)} ticked here {undecided === 1 ? 'is' : 'are'} not confirmed and will be marked not
            agreed. {name} can offer more evidence for {undecided === 1 ? 'it' : 'them'}. A finished review cannot be
            opened again.
          </p>
          <p class="quiet">
            {feedback.trim() === '' ? `You have written no feedback for ${name}.` : `${name} will read your feedback.`}
          </p>
          <div class="actions">
            <button type="button" class="button primary" disabled={busy} onClick={() => decide('finish')}>
              Finish, {undecided} not agreed
            </button>
            <button type="button" class="button" onClick={() => ask(false)}>
              Go on looking
            </button>
          </div>
        </Dialog>
      )}
    </footer>
  );
}
