import type { ComponentChildren } from 'preact';
import { scoresTexts } from '../../../shared/texts/scores.ts';
import { Dialog } from '../parts/Dialog.tsx';
import { DialogActions } from '../parts/DialogActions.tsx';

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
      <DialogActions main={{ label: verb, run: onConfirm }} out={{ label: scoresTexts.cancel, run: onClose }} />
    </Dialog>
  );
}
