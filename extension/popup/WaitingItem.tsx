import { acceptLinks } from '../../shared/texts/accepting.ts';
import { age } from '../../shared/words/counted.ts';
import type { ListedItem } from '../messages.ts';
import type { PromptFor } from '../parts/PromptCard.tsx';
import { Sign } from '../parts/Sign.tsx';

type Props = {
  readonly item: ListedItem;
  readonly now: number;
  /** Title of the course, where there are several. */
  readonly place: string | null;
  readonly canOpen: boolean;
  readonly onPrompt: (prompt: PromptFor) => void;
  readonly onOpen: (item: ListedItem) => void;
};

/** One item that waits: whose, since when, and what can be done with it. */
export function WaitingItem({ item, now, place, canOpen, onPrompt, onOpen }: Props) {
  const { pairingId, evidenceId } = item;
  const accepts = (['learner', 'trainee'] as const).map((of) => ({
    of,
    count: of === 'learner' ? item.learnerTicks : item.traineeTicks,
  }));
  return (
    <li>
      <div class="line">
        {canOpen ? (
          <button type="button" class="link name" onClick={() => onOpen(item)}>
            {item.learner}
            <span class="sr">: open in the LMS</span>
          </button>
        ) : (
          <b>{item.learner}</b>
        )}
        <span class="quiet push">{age(item.since, now)}</span>
      </div>
      <p class="quiet">{place ? `${item.title} · ${place}` : item.title}</p>
      <p class="accepts">
        {accepts
          .filter(({ count }) => count > 0)
          .map(({ of, count }) => (
            <button
              type="button"
              class="link"
              key={of}
              onClick={(event) => event.isTrusted && onPrompt({ pairingId, evidenceId, of })}
            >
              <Sign name={of} />
              <span>
                {acceptLinks[of]} ({count})
              </span>
              <span class="sr">
                {' '}
                of {item.learner}, {item.title}
              </span>
            </button>
          ))}
      </p>
    </li>
  );
}
