import { learnerTexts } from '../../../shared/texts/learner.ts';
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
  const words = learnerTexts.leave;
  const files = uploads.rows.value.length;
  return (
    <Dialog title={words.title} onClose={onStay}>
      {draft.unsaved && <p>{draft.needsTitle ? words.untitled : words.unsaved}</p>}
      {files > 0 && <p>{words.files(files)}</p>}
      <div class="actions">
        <button type="button" class="button primary" onClick={onStay}>
          {words.stay}
        </button>
        <button type="button" class="button" onClick={onLeave}>
          {words.leave}
        </button>
      </div>
    </Dialog>
  );
}
