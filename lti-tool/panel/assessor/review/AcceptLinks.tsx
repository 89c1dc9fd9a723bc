import type { AcceptSource } from '../../../../shared/domain/accepting.ts';
import type { CriterionId } from '../../../../shared/domain/ids.ts';
import { acceptLinks } from '../../../../shared/texts/accepting.ts';
import { number } from '../../../../shared/texts/locale.ts';
import { Icon } from '../../parts/Icon.tsx';

type Props = {
  /** Criteria that accepting would add now. */
  readonly offers: Readonly<Record<AcceptSource, readonly CriterionId[]>>;
  readonly onAsk: (of: AcceptSource) => void;
};

/** The two links, each there only while it would do something. Each asks first. */
export function AcceptLinks({ offers, onAsk }: Props) {
  const sources = (['learner', 'trainee'] as const).filter((of) => offers[of].length > 0);
  if (sources.length === 0) return null;
  return (
    <p class="accepts">
      {sources.map((of) => (
        <button key={of} type="button" class="link" aria-haspopup="dialog" onClick={() => onAsk(of)}>
          <Icon name={of} />
          <span>
            {acceptLinks[of]} ({number(offers[of].length)})
          </span>
        </button>
      ))}
    </p>
  );
}
