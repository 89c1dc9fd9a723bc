import { useRef } from 'preact/hooks';
import { clockTime } from '../parts/dates.ts';
import type { EvidenceDraft } from './evidence-draft.ts';

/** Whether the work on screen is saved, in a few words. A screen reader hears of it when it is saved and when it is not. */
export function SaveStatus({ draft }: { draft: EvidenceDraft }) {
  const shown = words(draft);
  const heard = useRef('');
  if (shown !== 'Saving…') heard.current = shown;
  return (
    <span class="quiet push">
      <span aria-hidden="true">{shown}</span>
      <span class="sr" role="status">
        {heard.current}
      </span>
    </span>
  );
}

function words(draft: EvidenceDraft): string {
  const state = draft.saving.value;
  const evidence = draft.evidence.value;
  const untitled = draft.wording.value.title.trim() === '';
  if (state.kind === 'kept') return 'Not saved yet: trying again';
  if (state.kind === 'refused') return 'Not saved';
  if (untitled) return draft.unsaved ? 'A title is missing to save this' : 'Not saved yet';
  if (state.kind === 'saving') return 'Saving…';
  const name = evidence?.status === 'draft' ? 'Draft, saved' : 'Saved';
  const at = state.at ?? evidence?.updatedAt;
  return at === undefined ? 'Not saved yet' : `${name} at ${clockTime(at)}`;
}
