import { useState } from 'preact/hooks';
import type { EnrolmentView, EvidenceView, QualificationView } from '../../../shared/api/views.ts';
import { learnerTexts } from '../../../shared/texts/learner.ts';
import { useTools } from '../app/toolbox.ts';
import { useLive } from '../app/use-live.ts';
import { PageHeading } from '../parts/PageHeading.tsx';
import { Thread } from '../parts/Thread.tsx';
import { CriteriaPicker } from './CriteriaPicker.tsx';
import { EditorActions } from './EditorActions.tsx';
import { FeedbackNotice } from './FeedbackNotice.tsx';
import { FilesAndLinks } from './FilesAndLinks.tsx';
import { LeaveQuestion } from './LeaveQuestion.tsx';
import type { Missing } from './missing.ts';
import { SaveStatus } from './SaveStatus.tsx';
import { SaveTrouble } from './SaveTrouble.tsx';
import { useDraft } from './use-draft.ts';
import { useLeaveGuard } from './use-leave-guard.ts';
import { WithdrawButton } from './WithdrawButton.tsx';
import { WordingFields } from './WordingFields.tsx';

type Props = {
  readonly qualification: QualificationView;
  readonly enrolment: EnrolmentView;
  /** Null for a new item. */
  readonly evidence: EvidenceView | null;
  /** The work is done here: show the item, at this part of its address. */
  readonly onDone: (evidence: EvidenceView, ...part: string[]) => void;
  /** The item changed under the learner's hands: start again from this one. */
  readonly onReplaced: (evidence: EvidenceView) => void;
};

/** Writing an evidence item: words, files and links on one side, the criteria it meets on the other. All is saved as it is done. */
export function EvidenceEditor({ qualification, enrolment, evidence, onDone, onReplaced }: Props) {
  const { now } = useTools();
  const [said, say] = useState('');
  const [missing, setMissing] = useState<Missing>(null);
  const [leave, setLeave] = useState<(() => void) | null>(null);
  const { draft, uploads } = useDraft(enrolment.id, evidence, say);
  const known = draft.evidence.value;
  useLive('evidence', known && { evidenceId: known.id }, (view) => {
    // Decided meanwhile: what is not saved cannot be any more, and is told as that.
    if (!view.may.edit && !unsaved()) onReplaced(view);
    else draft.refresh(view);
  });
  const unsaved = () => draft.unsaved || uploads.unsaved;
  useLeaveGuard(unsaved, async (go) => {
    await draft.save();
    if (unsaved()) setLeave(() => go);
    else go();
  });

  const heading = evidence === null ? learnerTexts.addEvidence : learnerTexts.editor.editTitle;
  return (
    <main class="editor fill">
      <form aria-label={learnerTexts.editor.about} onSubmit={(event) => event.preventDefault()} noValidate>
        <div class="line">
          <PageHeading title={heading}>{heading}</PageHeading>
          <SaveStatus draft={draft} />
        </div>
        {evidence?.status === 'returned' && <FeedbackNotice feedback={evidence.feedback} />}
        <SaveTrouble draft={draft} onReplaced={onReplaced} />
        <WordingFields draft={draft} missing={missing}>
          <FilesAndLinks draft={draft} uploads={uploads} say={say} />
        </WordingFields>
        {known && <Thread thread={known.thread} now={now()} />}
        {evidence?.may.withdraw && <WithdrawButton evidence={evidence} onWithdrawn={onDone} />}
      </form>
      <CriteriaPicker qualification={qualification} enrolment={enrolment} draft={draft} missing={missing} />
      <EditorActions
        draft={draft}
        uploads={uploads}
        assessors={enrolment.assessors}
        missing={missing}
        onMissing={setMissing}
        onDone={onDone}
      />
      <p class="sr" role="status">
        {said}
      </p>
      {leave && <LeaveQuestion draft={draft} uploads={uploads} onLeave={leave} onStay={() => setLeave(null)} />}
    </main>
  );
}
