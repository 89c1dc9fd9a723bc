import { useState } from 'preact/hooks';
import type { EvidenceView } from '../../../shared/api/views.ts';
import type { ApiError } from '../../../shared/client/api-client.ts';
import { learnerTexts } from '../../../shared/texts/learner.ts';
import { asApiError } from '../app/as-api-error.ts';
import { useTools } from '../app/toolbox.ts';
import { criteriaCount } from '../parts/counting.ts';
import { Dialog } from '../parts/Dialog.tsx';
import { DialogActions } from '../parts/DialogActions.tsx';
import { Trouble } from '../parts/Trouble.tsx';

type Props = { readonly evidence: EvidenceView; readonly onWithdrawn: (evidence: EvidenceView) => void };

/** Takes an item back, after a question that says what follows. */
export function WithdrawButton({ evidence, onWithdrawn }: Props) {
  const { client } = useTools();
  const [asking, setAsking] = useState(false);
  const [error, setError] = useState<ApiError | null>(null);
  const words = learnerTexts.withdraw;
  const draft = evidence.status === 'draft';
  const withdraw = async () => {
    try {
      onWithdrawn(await client.call('withdrawEvidence', { params: { evidenceId: evidence.id } }));
      setAsking(false);
    } catch (cause) {
      setError(asApiError(cause));
    }
  };
  return (
    <div class="withdraw">
      <button type="button" class="link" onClick={() => setAsking(true)}>
        {words.button(draft)}
      </button>
      {asking && (
        <Dialog title={words.title(draft)} onClose={() => setAsking(false)}>
          <p>{consequence(evidence)}</p>
          {error && <Trouble error={error} />}
          <DialogActions
            main={{ label: words.withdraw, run: () => void withdraw() }}
            out={{ label: words.keep, run: () => setAsking(false) }}
          />
        </Dialog>
      )}
    </div>
  );
}

function consequence({ title, status, confirmed }: EvidenceView): string {
  const words = learnerTexts.withdraw;
  const kept = words.stays(title);
  if (confirmed > 0) return `${kept} ${words.noLongerCounts(criteriaCount(confirmed))}`;
  return status === 'submitted' ? `${kept} ${words.noReview}` : kept;
}
