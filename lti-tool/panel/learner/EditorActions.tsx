import { useRef, useState } from 'preact/hooks';
import type { EvidenceView, PersonView } from '../../../shared/api/views.ts';
import type { ApiError } from '../../../shared/client/api-client.ts';
import { learnerTexts } from '../../../shared/texts/learner.ts';
import { asApiError } from '../app/as-api-error.ts';
import { useTools } from '../app/toolbox.ts';
import type { Uploads } from '../files/uploads.ts';
import { criteriaCount } from '../parts/counting.ts';
import { Trouble } from '../parts/Trouble.tsx';
import type { EvidenceDraft } from './evidence-draft.ts';
import { footerNote } from './footer-note.ts';
import type { Missing } from './missing.ts';
import { SendAgain } from './SendAgain.tsx';

type Props = {
  readonly draft: EvidenceDraft;
  readonly uploads: Uploads;
  readonly assessors: readonly PersonView[];
  readonly missing: Missing;
  readonly onMissing: (missing: Missing) => void;
  readonly onDone: (evidence: EvidenceView, ...part: string[]) => void;
};

/** Save and submit, always in view; for submitted evidence, which the assessor sees change, only "Done". */
export function EditorActions({ draft, uploads, assessors, missing, onMissing, onDone }: Props) {
  const { client } = useTools();
  const busy = useRef(false);
  const [saved, setSaved] = useState(false);
  const [error, setError] = useState<ApiError | null>(null);
  const ticked = draft.ticked.value.size;
  const sent = draft.evidence.value?.status === 'submitted';
  const again = draft.evidence.value?.status === 'returned';
  const [asking, ask] = useState(false);
  const sending = uploads.rows.value.length > 0;

  const whatIsMissing = (submitting: boolean): Missing => {
    if (draft.needsTitle) return 'title';
    if (submitting && ticked === 0) return 'ticks';
    return submitting && sending ? 'files' : null;
  };
  const finish = async (submitting: boolean, part: string[], leave: boolean, message = '') => {
    const lacks = whatIsMissing(submitting);
    onMissing(lacks);
    setError(null);
    if (lacks !== null || busy.current) return;
    busy.current = true;
    try {
      const done = await draft.save();
      const evidence = draft.evidence.peek();
      setSaved(done);
      if (!done || evidence === null || !leave) return;
      const params = { evidenceId: evidence.id };
      onDone(submitting ? await client.call('submitEvidence', { params, body: { message } }) : evidence, ...part);
    } catch (cause) {
      setError(asApiError(cause));
    } finally {
      busy.current = false;
    }
  };

  const note = footerNote({
    saving: draft.saving.value,
    savedOnRequest: saved,
    awaitsFiles: missing === 'files' && sending,
    submitted: sent,
    assessors,
  });
  const words = learnerTexts.editor;
  return (
    <footer class="decide">
      {error && <Trouble error={error} title={words.notSubmitted} />}
      <p class={noteClasses[note.tone]} role="status">
        {note.text}
      </p>
      {sent ? (
        <button type="button" class="button primary push" onClick={() => void finish(false, [], true)}>
          {words.done}
        </button>
      ) : (
        <>
          <button type="button" class="button push" onClick={() => void finish(false, [], false)}>
            {words.saveDraft}
          </button>
          <button
            type="button"
            class="button primary"
            onClick={() => (again && whatIsMissing(true) === null ? ask(true) : void finish(true, ['sent'], true))}
          >
            {words.submit} {ticked > 0 && <span class="wider">{words.submitWith(criteriaCount(ticked))}</span>}
          </button>
        </>
      )}
      {asking && (
        <SendAgain
          ticked={ticked}
          onSend={(message) => finish(true, ['sent'], true, message).finally(() => ask(false))}
          onKeep={() => ask(false)}
        />
      )}
    </footer>
  );
}

const noteClasses = { quiet: 'quiet wider', said: 'quiet', missing: 'missing' } as const;
