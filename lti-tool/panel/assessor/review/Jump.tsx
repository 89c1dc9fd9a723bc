import { number } from '../../../../shared/texts/locale.ts';
import { reviewTexts } from '../../../../shared/texts/review.ts';
import { Icon } from '../../parts/Icon.tsx';

type Props = {
  readonly count: number;
  readonly trainee: boolean;
  /** Whether there is other evidence to go on to. */
  readonly beyond: boolean;
  readonly saving: boolean;
  readonly onMove: (step: 1 | -1) => void;
};

/** How many criteria are still to decide, and the way from one to the next. */
export function Jump({ count, trainee, beyond, saving, onMove }: Props) {
  const words = reviewTexts;
  return (
    <span class="jump">
      <span role="status">
        {count > 0 ? <span class="count">{number(count)}</span> : '0'} {words.toDecide(trainee)}
      </span>{' '}
      {(count > 0 || beyond) && (
        <>
          <button
            type="button"
            class="button bare"
            aria-label={words.previousToDecide(trainee)}
            onClick={() => onMove(-1)}
          >
            <Icon name="up" />
          </button>
          <button type="button" class="button bare" aria-label={words.nextToDecide(trainee)} onClick={() => onMove(1)}>
            <Icon name="down" />
          </button>
        </>
      )}
      {saving && <small class="wider">{words.saving}</small>}
    </span>
  );
}
