import type { ComponentChildren } from 'preact';
import { Dialog } from './Dialog.tsx';
import { DialogActions } from './DialogActions.tsx';

type Props = {
  readonly words: { readonly title: string; readonly stay: string; readonly leave: string };
  readonly onStay: () => void;
  readonly onLeave: () => void;
  /** What would be lost. */
  readonly children: ComponentChildren;
};

/** Asked when somebody goes away from work that is not kept yet. Staying is what it offers first. */
export function LeaveDialog({ words, onStay, onLeave, children }: Props) {
  return (
    <Dialog title={words.title} onClose={onStay}>
      {children}
      <DialogActions main={{ label: words.stay, run: onStay }} out={{ label: words.leave, run: onLeave }} />
    </Dialog>
  );
}
