import { useRef } from 'preact/hooks';
import { learnerTexts } from '../../../shared/texts/learner.ts';
import { clockTime } from '../parts/dates.ts';
import type { EvidenceDraft } from './evidence-draft.ts';

/** Whether the work on screen is saved, in a few words. A screen reader hears of it when it is saved and when it is not. */
export function SaveStatus({ draft }: { draft: EvidenceDraft }) {
  const shown = stateInWords(draft);
  const heard = useRef('');
  if (shown !== learnerTexts.saving.saving) heard.current = shown;
  return (
    <span class="quiet push">
      <span aria-hidden="true">{shown}</span>
      <span class="sr" role="status">
        {heard.current}
      </span>
    </span>
  );
}

function stateInWords(draft: EvidenceDraft): string {
  const words = learnerTexts.saving;
  const state = draft.saving.value;
  const evidence = draft.evidence.value;
  const untitled = draft.wording.value.title.trim() === '';
  if (state.kind === 'kept') return words.kept;
  if (state.kind === 'refused') return words.refused;
  if (untitled) return draft.unsaved ? words.untitled : words.notYet;
  if (state.kind === 'saving') return words.saving;
  const at = state.at ?? evidence?.updatedAt;
  if (at === undefined) return words.notYet;
  return evidence?.status === 'draft' ? words.draftSavedAt(clockTime(at)) : words.savedAt(clockTime(at));
}
