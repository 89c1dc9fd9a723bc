import { useState } from 'preact/hooks';
import type { EvidenceView } from '../../../shared/api/views.ts';
import type { ApiError } from '../../../shared/client/api-client.ts';
import { learnerTexts } from '../../../shared/texts/learner.ts';
import { asApiError } from '../app/as-api-error.ts';
import { useTools } from '../app/toolbox.ts';
import { Trouble } from '../parts/Trouble.tsx';
import type { EvidenceDraft } from './evidence-draft.ts';

type Props = { readonly draft: EvidenceDraft; readonly onReplaced: (evidence: EvidenceView) => void };

/** Work that could not be saved: it is kept and tried again, or it cannot be saved and the item has to be looked at again. */
export function SaveTrouble({ draft, onReplaced }: Props) {
  const words = learnerTexts.saving;
  const { client } = useTools();
  const [error, setError] = useState<ApiError | null>(null);
  const state = draft.saving.value;
  if (state.kind === 'kept') {
    const offline = state.error.code === 'offline';
    return (
      <Trouble
        error={state.error}
        title={offline ? words.noConnection : words.notSavedYet}
        text={words.keptHere}
        action={{ label: words.tryNow, run: () => void draft.save() }}
      />
    );
  }
  if (state.kind !== 'refused') return null;
  const id = draft.evidence.peek()?.id;
  const lookAgain = async () => {
    if (id === undefined) return;
    try {
      onReplaced(await client.call('evidence', { params: { evidenceId: id } }));
    } catch (cause) {
      setError(asApiError(cause));
    }
  };
  return (
    <Trouble
      error={error ?? state.error}
      title={words.changeNotSaved}
      action={
        id === undefined
          ? { label: words.tryAgain, run: () => void draft.save() }
          : { label: words.showNow, run: lookAgain }
      }
    />
  );
}
