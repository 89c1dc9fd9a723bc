import { useState } from 'preact/hooks';
import { submitTexts } from '../../../shared/texts/learner.ts';
import { criteriaCount } from '../parts/counting.ts';
import { Dialog } from '../parts/Dialog.tsx';
import { DialogActions } from '../parts/DialogActions.tsx';

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
  const send = () => {
    setBusy(true);
    void onSend(message.trim());
  };
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
      <DialogActions main={{ label: words.send, run: send, disabled: busy }} out={{ label: words.keep, run: onKeep }} />
    </Dialog>
  );
}
