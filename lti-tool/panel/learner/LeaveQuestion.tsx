import { learnerTexts } from '../../../shared/texts/learner.ts';
import type { Uploads } from '../files/uploads.ts';
import { LeaveDialog } from '../parts/LeaveDialog.tsx';
import type { EvidenceDraft } from './evidence-draft.ts';

type Props = {
  readonly draft: EvidenceDraft;
  readonly uploads: Uploads;
  readonly onLeave: () => void;
  readonly onStay: () => void;
};

/** Says what of a learner's work could not be saved. */
export function LeaveQuestion({ draft, uploads, onLeave, onStay }: Props) {
  const words = learnerTexts.leave;
  const files = uploads.rows.value.length;
  return (
    <LeaveDialog words={words} onStay={onStay} onLeave={onLeave}>
      {draft.unsaved && <p>{draft.needsTitle ? words.untitled : words.unsaved}</p>}
      {files > 0 && <p>{words.files(files)}</p>}
    </LeaveDialog>
  );
}
