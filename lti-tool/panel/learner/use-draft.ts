import { useEffect, useState } from 'preact/hooks';
import type { EvidenceView } from '../../../shared/api/views.ts';
import { ApiError } from '../../../shared/client/api-client.ts';
import type { EnrolmentId } from '../../../shared/domain/ids.ts';
import { errorTexts } from '../../../shared/texts/errors.ts';
import { learnerTexts } from '../../../shared/texts/learner.ts';
import { hrefTo } from '../app/router.ts';
import { after } from '../app/timers.ts';
import { useTools } from '../app/toolbox.ts';
import { callOff, upload } from '../files/upload.ts';
import { Uploads } from '../files/uploads.ts';
import { EvidenceDraft } from './evidence-draft.ts';

/** The item on the desk with its files on their way, for as long as the editor is open. `say` speaks to screen readers. */
export function useDraft(enrolmentId: EnrolmentId, evidence: EvidenceView | null, say: (words: string) => void) {
  const { client, now } = useTools();
  const [desk] = useState(() => {
    const draft = new EvidenceDraft({ client, timers: { now, after }, enrolmentId, evidence });
    const uploads = new Uploads({
      timers: { after },
      send: async (file, memory, onProgress, signal) => {
        // A file needs an item to hold it, and an item needs a title.
        if (draft.needsTitle) draft.write({ title: titleFrom(file.name) });
        if (draft.evidence.peek() === null) await draft.save();
        const holder = draft.evidence.peek();
        if (holder === null) throw notCreated(draft);
        return upload({ client, evidenceId: holder.id, file, memory, onProgress, signal });
      },
      onCalledOff: (memory) => {
        const holder = draft.evidence.peek();
        if (holder !== null) callOff({ client, evidenceId: holder.id })(memory);
      },
      onArrived: (view, file) => {
        draft.adopt(view);
        say(learnerTexts.files.added(file.name));
      },
    });
    return { draft, uploads };
  });

  useEffect(() => {
    const { draft, uploads } = desk;
    const back = () => {
      void draft.save();
      uploads.retryWaiting();
    };
    addEventListener('online', back);
    // Once the item exists, its own address survives a reload of the page.
    const stop = draft.evidence.subscribe((view) => {
      if (view && !location.hash.includes(view.id)) history.replaceState(null, '', hrefTo('evidence', view.id, 'edit'));
    });
    return () => {
      removeEventListener('online', back);
      stop();
      uploads.close();
      draft.close();
    };
  }, []);
  useEffect(() => {
    if (evidence) desk.draft.adopt(evidence);
  }, [evidence]);
  return desk;
}

const titleFrom = (fileName: string): string => fileName.replace(/\.[^.]+$/, '').slice(0, 200) || fileName;

function notCreated(draft: EvidenceDraft): ApiError {
  const state = draft.saving.peek();
  return 'error' in state ? state.error : new ApiError('internal', errorTexts.internal);
}
