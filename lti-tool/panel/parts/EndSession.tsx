import { useState } from 'preact/hooks';
import type { ApiError } from '../../../shared/client/api-client.ts';
import { sessionTexts } from '../../../shared/texts/parts.ts';
import { asApiError } from '../app/as-api-error.ts';
import { sessionEnded } from '../app/session.ts';
import { useTools } from '../app/toolbox.ts';
import { Dialog } from './Dialog.tsx';
import { DialogActions } from './DialogActions.tsx';
import { Icon } from './Icon.tsx';
import { Trouble } from './Trouble.tsx';

/** Ends the session, as one does on a computer that others use too. Asks first. */
export function EndSession() {
  const { client } = useTools();
  const words = sessionTexts;
  const [asking, ask] = useState(false);
  const [error, setError] = useState<ApiError | null>(null);
  const end = async () => {
    try {
      await client.call('endSession');
      sessionEnded.value = true;
    } catch (cause) {
      setError(asApiError(cause));
    }
  };
  return (
    <>
      <button
        type="button"
        class="button bare end-session"
        aria-label={words.end}
        title={words.end}
        aria-haspopup="dialog"
        onClick={() => ask(true)}
      >
        <Icon name="leave" />
      </button>
      {asking && (
        <Dialog title={words.question} onClose={() => ask(false)}>
          <p>{words.ended}</p>
          <p class="quiet">{words.unsaved}</p>
          {error && <Trouble error={error} />}
          <DialogActions
            main={{ label: words.end, run: () => void end() }}
            out={{ label: words.stay, run: () => ask(false) }}
          />
        </Dialog>
      )}
    </>
  );
}
