import { Dialog } from '../../parts/Dialog.tsx';
import { texts } from '../../texts/texts.ts';
import type { ReviewKeys } from './use-review-keys.ts';

/** What the keys and the shapes mean. */
export function HelpSheet({ keys, onClose, trainee }: { keys: ReviewKeys; onClose: () => void; trainee: boolean }) {
  return (
    <Dialog title="Keys and symbols" onClose={onClose}>
      <dl class="keys">
        <dt>
          <kbd>j</kbd> <kbd>k</kbd>
        </dt>
        <dd>{texts.review.keys.nextCriterion(trainee)}</dd>
        <dt>
          <kbd>n</kbd> <kbd>p</kbd>
        </dt>
        <dd>{texts.review.keys.nextEvidence}</dd>
        <dt>
          <kbd>x</kbd>
        </dt>
        <dd>Tick or untick the criterion you are on</dd>
        <dt>
          <kbd>a</kbd>
        </dt>
        <dd>Accept all; asks first</dd>
        <dt>
          <kbd>?</kbd>
        </dt>
        <dd>This help</dd>
      </dl>
      <p class="quiet">
        Circle: the learner’s tick. Diamond: the trainee assessor’s. Square: the assessor’s, and the only one that
        counts.
      </p>
      <label class="line">
        <input type="checkbox" checked={keys.on} onChange={(event) => keys.turn(event.currentTarget.checked)} /> Use
        single-key shortcuts
      </label>
      <div class="actions">
        <button type="button" class="button" onClick={onClose}>
          Close
        </button>
      </div>
    </Dialog>
  );
}
