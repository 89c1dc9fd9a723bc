import type { ComponentChildren } from 'preact';
import { scoresTexts } from '../../../shared/texts/scores.ts';
import { Dialog } from '../parts/Dialog.tsx';

type Props = {
  readonly title: string;
  /** What the button says, and does. */
  readonly verb: string;
  readonly onConfirm: () => void;
  readonly onClose: () => void;
  readonly children: ComponentChildren;
};

/** Asks before something that reaches beyond one learner. */
export function AskFirst({ title, verb, onConfirm, onClose, children }: Props) {
  return (
    <Dialog title={title} onClose={onClose}>
      {children}
      <div class="actions">
        <button type="button" class="button primary" onClick={onConfirm}>
          {verb}
        </button>
        <button type="button" class="button" onClick={onClose}>
          {scoresTexts.cancel}
        </button>
      </div>
    </Dialog>
  );
}
