import { useState } from 'preact/hooks';
import type { Role } from '../../../shared/domain/roles.ts';
import { Dialog } from '../parts/Dialog.tsx';

type Props = {
  /** The browser, in words. */
  readonly label: string;
  readonly role: Role;
  readonly onConfirm: () => Promise<void>;
  readonly onCancel: () => void;
};

/** Asks before a browser is connected: what the extension will be able to do there, and what not. */
export function ConnectDialog({ label, role, onConfirm, onCancel }: Props) {
  const [busy, setBusy] = useState(false);
  return (
    <Dialog title="Connect the browser extension?" onClose={onCancel}>
      <p>
        The extension in <b>{label}</b> will be able to, as you:
      </p>
      <ul class="points">
        <li>see how much waits for you, in all your courses</li>
        {role === 'learner' ? null : (
          <>
            <li>see whose evidence waits: learner, title and criteria</li>
            <li>accept all ticks of a piece of evidence, after asking you each time, and undo it</li>
          </>
        )}
      </ul>
      <p class="quiet">
        It cannot see files or what learners wrote, and cannot do anything else. It ends after 90 days, or when you
        disconnect it here or in the extension.
      </p>
      <div class="actions">
        <button
          type="button"
          class="button primary"
          disabled={busy}
          onClick={() => {
            setBusy(true);
            void onConfirm();
          }}
        >
          Connect
        </button>
        <button type="button" class="button" onClick={onCancel}>
          Cancel
        </button>
      </div>
    </Dialog>
  );
}
