import { staffTexts } from '../../../shared/texts/staff.ts';
import { Icon } from '../parts/Icon.tsx';

/** Says that ticks are kept for want of a connection; nothing while all are sent. */
export function UnsentNotice({ unsent, onRetry }: { unsent: number; onRetry: () => void }) {
  if (unsent === 0) return null;
  const words = staffTexts.unsent;
  return (
    <div class="notice" role="status">
      <Icon name="offline" />
      <p>
        <b>{words.heading}</b> {words.kept(unsent)}
      </p>
      <button type="button" class="button" onClick={onRetry}>
        {words.retry}
      </button>
    </div>
  );
}
