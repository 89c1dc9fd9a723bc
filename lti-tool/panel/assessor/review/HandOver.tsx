import { useState } from 'preact/hooks';
import type { EvidenceView } from '../../../../shared/api/views.ts';
import type { EvidenceId } from '../../../../shared/domain/ids.ts';
import { reviewTexts } from '../../../../shared/texts/review.ts';
import { hrefTo } from '../../app/router.ts';
import { Dialog } from '../../parts/Dialog.tsx';
import { DialogActions } from '../../parts/DialogActions.tsx';

type Props = {
  readonly evidence: EvidenceView;
  /** Learner ticks without a tick of the trainee assessor's. */
  readonly undecided: number;
  readonly next: EvidenceId | null;
  readonly onHandOver: (note: string) => Promise<void>;
};

/** Ends a trainee assessor's part: hands the item over for countersigning, with a note if they like. */
export function HandOver({ evidence, undecided, next, onHandOver }: Props) {
  const words = reviewTexts.handOver;
  const [asking, ask] = useState(false);
  const [note, write] = useState('');
  const [busy, setBusy] = useState(false);
  const send = async () => {
    if (busy) return;
    setBusy(true);
    await onHandOver(note.trim());
    setBusy(false);
    ask(false);
  };
  return (
    <footer class="decide">
      <p class="quiet wider">{evidence.handOver ? words.since : words.saved}</p>
      {next && (
        <a class="button push" href={hrefTo('evidence', next)}>
          {words.next}
        </a>
      )}
      <button
        type="button"
        class={next ? 'button primary' : 'button primary push'}
        aria-haspopup="dialog"
        onClick={() => ask(true)}
      >
        {words.button}
      </button>
      {asking && (
        <Dialog title={words.title} onClose={() => ask(false)}>
          <p>{words.intro(evidence.learner.givenName)}</p>
          {undecided > 0 && <p class="quiet">{words.leftOver(undecided)}</p>}
          <label>
            {words.note}
            <textarea
              class="field"
              rows={3}
              maxLength={10_000}
              value={note}
              onInput={(event) => write(event.currentTarget.value)}
            />
          </label>
          <DialogActions
            main={{ label: words.send, run: () => void send(), disabled: busy }}
            out={{ label: words.keep, run: () => ask(false) }}
          />
        </Dialog>
      )}
    </footer>
  );
}
