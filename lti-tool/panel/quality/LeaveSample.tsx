import { qualityTexts } from '../../../shared/texts/quality.ts';
import { Dialog } from '../parts/Dialog.tsx';

type Props = { readonly onLeave: () => void; readonly onStay: () => void };

/** Asked when an IQA goes away from decisions or words that are not recorded. */
export function LeaveSample({ onLeave, onStay }: Props) {
  const words = qualityTexts.leave;
  return (
    <Dialog title={words.title} onClose={onStay}>
      <p>{words.lost}</p>
      <div class="actions">
        <button type="button" class="button primary" onClick={onStay}>
          {words.stay}
        </button>
        <button type="button" class="button" onClick={onLeave}>
          {words.leave}
        </button>
      </div>
    </Dialog>
  );
}
