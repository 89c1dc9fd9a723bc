import type { Uploads } from '../files/uploads.ts';
import { Dialog } from '../parts/Dialog.tsx';
import type { EvidenceDraft } from './evidence-draft.ts';

type Props = {
  readonly draft: EvidenceDraft;
  readonly uploads: Uploads;
  readonly onLeave: () => void;
  readonly onStay: () => void;
};

/** Asked when somebody goes away from work that could not be saved. */
export function LeaveQuestion({ draft, uploads, onLeave, onStay }: Props) {
  const files = uploads.rows.value.length;
  return (
    <Dialog title="Leave without saving?" onClose={onStay}>
      {draft.unsaved && (
        <p>
          {draft.needsTitle
            ? 'Your last changes are not saved, because this evidence has no title. Stay and give it one.'
            : 'Your last changes are not saved yet. Stay, and they will be sent as soon as the connection is back.'}
        </p>
      )}
      {files > 0 && <p>{files === 1 ? 'A file is not sent yet.' : `${files} files are not sent yet.`}</p>}
      <div class="actions">
        <button type="button" class="button primary" onClick={onStay}>
          Stay here
        </button>
        <button type="button" class="button" onClick={onLeave}>
          Leave and lose them
        </button>
      </div>
    </Dialog>
  );
}
