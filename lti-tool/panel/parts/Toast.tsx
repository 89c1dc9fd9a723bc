import type { ComponentChildren } from 'preact';
import { partsTexts } from '../../../shared/texts/parts.ts';
import { Icon } from './Icon.tsx';

type Props = {
  /** What happened; null for nothing to say. */
  readonly message: ComponentChildren | null;
  /** A button such as Undo. */
  readonly action?: ComponentChildren;
  readonly onDismiss: () => void;
};

/**
 * Says what just happened, in the page's own flow, so that it covers nothing, and stays until it is put away or
 * something else happens. The live region is always there: screen readers announce only what changes inside one.
 */
export function Toast({ message, action, onDismiss }: Props) {
  return (
    <div class="toasts" role="status">
      {message !== null && (
        <div class="toast">
          <span>{message}</span>
          {action}
          <button type="button" class="button bare" aria-label={partsTexts.putAway} onClick={onDismiss}>
            <Icon name="close" />
          </button>
        </div>
      )}
    </div>
  );
}
