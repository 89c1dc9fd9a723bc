import { useState } from 'preact/hooks';
import { submitTexts } from '../../../shared/texts/learner.ts';
import { criteriaCount } from '../parts/counting.ts';
import { Dialog } from '../parts/Dialog.tsx';

type Props = {
  readonly ticked: number;
  readonly onSend: (message: string) => Promise<void>;
  readonly onKeep: () => void;
};

/** Returned evidence goes back to the assessor, with a word about what changed. */
export function SendAgain({ ticked, onSend, onKeep }: Props) {
  const words = submitTexts;
  const [message, write] = useState('');
  const [busy, setBusy] = useState(false);
  return (
    <Dialog title={words.title} onClose={onKeep}>
      <p>{words.intro(criteriaCount(ticked))}</p>
      <label>
        {words.message}
        <textarea
          class="field"
          rows={3}
          maxLength={10_000}
          value={message}
          onInput={(event) => write(event.currentTarget.value)}
        />
      </label>
      <div class="actions">
        <button
          type="button"
          class="button primary"
          disabled={busy}
          onClick={() => {
            setBusy(true);
            void onSend(message.trim());
          }}
        >
          {words.send}
        </button>
        <button type="button" class="button" onClick={onKeep}>
          {words.keep}
        </button>
      </div>
    </Dialog>
  );
}
