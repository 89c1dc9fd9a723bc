import type { ApiError } from '../../../../shared/client/api-client.ts';
import type { CriterionId } from '../../../../shared/domain/ids.ts';
import { partsTexts } from '../../../../shared/texts/parts.ts';
import { reviewTexts } from '../../../../shared/texts/review.ts';
import { listed } from '../../../../shared/words/counted.ts';
import { criteriaCount } from '../../parts/counting.ts';
import { Icon } from '../../parts/Icon.tsx';
import { UnsentNotice } from '../UnsentNotice.tsx';
import type { TickProblem } from './tick-queue.ts';

type Props = {
  readonly problem: TickProblem | null;
  /** Ticks that could not be sent yet, of all items. */
  readonly unsent: number;
  /** Another change that did not work; null for none. */
  readonly failure: ApiError | null;
  readonly refOf: (id: CriterionId) => string;
  readonly onRetry: () => void;
  readonly onDismiss: () => void;
};

/** How many criteria are named one by one before they are only counted. */
const namedUpTo = 4;

/** Says what could not be saved: kept for later, or back as it was. */
export function SaveNotice({ problem, unsent, failure, refOf, onRetry, onDismiss }: Props) {
  if (unsent > 0) return <UnsentNotice unsent={unsent} onRetry={onRetry} />;
  const error = failure ?? problem?.error;
  if (!error) return null;
  const refs = failure ? [] : (problem?.criteria ?? []);
  return (
    <div class="notice error" role="alert" data-code={error.code}>
      <Icon name="alert" />
      <p>
        {refs.length > 0 && (
          <>
            <b>
              {reviewTexts.notSaved(
                refs.length <= namedUpTo ? listed(refs.map(refOf)) : criteriaCount(refs.length),
                refs.length,
              )}
            </b>{' '}
          </>
        )}
        {error.message}{' '}
        <small>
          {error.code}
          {error.requestId ? ` · ${partsTexts.request(error.requestId)}` : ''}
        </small>
      </p>
      <button type="button" class="button" onClick={onDismiss}>
        {reviewTexts.close}
      </button>
    </div>
  );
}
