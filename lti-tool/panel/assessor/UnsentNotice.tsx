import { Icon } from '../parts/Icon.tsx';

/** Says that ticks are kept for want of a connection; nothing while all are sent. */
export function UnsentNotice({ unsent, onRetry }: { unsent: number; onRetry: () => void }) {
  if (unsent === 0) return null;
  return (
    <div class="notice" role="status">
      <Icon name="offline" />
      <p>
        <b>Not saved yet.</b> {unsent === 1 ? '1 tick is' : `${unsent} ticks are`} kept in this window and will be sent
        when the connection is back. Keep it open.
      </p>
      <button type="button" class="button" onClick={onRetry}>
        Try now
      </button>
    </div>
  );
}
