import { useState } from 'preact/hooks';
import type { Role } from '../../../shared/domain/roles.ts';
import { pairingTexts } from '../../../shared/texts/pairing.ts';
import { Dialog } from '../parts/Dialog.tsx';
import { DialogActions } from '../parts/DialogActions.tsx';

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
  const confirm = () => {
    setBusy(true);
    void onConfirm();
  };
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
      <DialogActions
        main={{ label: words.connect, run: confirm, disabled: busy }}
        out={{ label: words.cancel, run: onCancel }}
      />
    </Dialog>
  );
}
