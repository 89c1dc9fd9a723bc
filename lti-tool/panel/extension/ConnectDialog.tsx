import { useState } from 'preact/hooks';
import type { Role } from '../../../shared/domain/roles.ts';
import { pairingTexts } from '../../../shared/texts/pairing.ts';
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
  const words = pairingTexts.ask;
  return (
    <Dialog title={words.title} onClose={onCancel}>
      <p>{words.intro(label)}</p>
      <ul class="points">
        <li>{words.count}</li>
        {role === 'learner' ? null : (
          <>
            <li>{words.list}</li>
            <li>{words.accept}</li>
          </>
        )}
      </ul>
      <p class="quiet">{words.limits}</p>
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
          {words.connect}
        </button>
        <button type="button" class="button" onClick={onCancel}>
          {words.cancel}
        </button>
      </div>
    </Dialog>
  );
}
