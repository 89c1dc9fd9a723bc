import { useState } from 'preact/hooks';
import type { EvidenceView } from '../../../shared/api/views.ts';
import type { ApiError } from '../../../shared/client/api-client.ts';
import { asApiError } from '../app/as-api-error.ts';
import { useTools } from '../app/toolbox.ts';
import { criteriaCount } from '../parts/counting.ts';
import { Dialog } from '../parts/Dialog.tsx';
import { Trouble } from '../parts/Trouble.tsx';

type Props = { readonly evidence: EvidenceView; readonly onWithdrawn: (evidence: EvidenceView) => void };

/** Takes an item back, after a question that says what follows. */
export function WithdrawButton({ evidence, onWithdrawn }: Props) {
  const { client } = useTools();
  const [asking, setAsking] = useState(false);
  const [error, setError] = useState<ApiError | null>(null);
  const what = evidence.status === 'draft' ? 'draft' : 'evidence';
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
        Withdraw this {what}
      </button>
      {asking && (
        <Dialog title={`Withdraw this ${what}?`} onClose={() => setAsking(false)}>
          <p>{consequence(evidence)}</p>
          {error && <Trouble error={error} />}
          <div class="actions">
            <button type="button" class="button primary" onClick={() => void withdraw()}>
              Withdraw it
            </button>
            <button type="button" class="button" onClick={() => setAsking(false)}>
              Keep it
            </button>
          </div>
        </Dialog>
      )}
    </div>
  );
}

function consequence({ title, status, confirmed }: EvidenceView): string {
  const kept = `“${title}” stays in your list with its history, but cannot be changed or sent any more.`;
  if (confirmed > 0)
    return `${kept} ${criteriaCount(confirmed)} confirmed on it will no longer count, unless other evidence shows the same.`;
  return status === 'submitted' ? `${kept} Your assessor will not review it.` : kept;
}
