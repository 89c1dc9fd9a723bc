import { reviewTexts } from '../../../../shared/texts/review.ts';
import { Dialog } from '../../parts/Dialog.tsx';
import { DialogActions } from '../../parts/DialogActions.tsx';
import type { ReviewKeys } from './use-review-keys.ts';

/** What the keys and the shapes mean. */
export function HelpSheet({ keys, onClose, trainee }: { keys: ReviewKeys; onClose: () => void; trainee: boolean }) {
  const words = reviewTexts.keys;
  return (
    <Dialog title={words.title} onClose={onClose}>
      <dl class="keys">
        <dt>
          <kbd>j</kbd> <kbd>k</kbd>
        </dt>
        <dd>{reviewTexts.keys.nextCriterion(trainee)}</dd>
        <dt>
          <kbd>n</kbd> <kbd>p</kbd>
        </dt>
        <dd>{reviewTexts.keys.nextEvidence}</dd>
        <dt>
          <kbd>x</kbd>
        </dt>
        <dd>{words.tick}</dd>
        <dt>
          <kbd>a</kbd>
        </dt>
        <dd>{words.acceptAll}</dd>
        <dt>
          <kbd>?</kbd>
        </dt>
        <dd>{words.help}</dd>
      </dl>
      <p class="quiet">{words.symbols}</p>
      <label class="line">
        <input type="checkbox" checked={keys.on} onChange={(event) => keys.turn(event.currentTarget.checked)} />{' '}
        {words.use}
      </label>
      <DialogActions out={{ label: reviewTexts.close, run: onClose }} />
    </Dialog>
  );
}
