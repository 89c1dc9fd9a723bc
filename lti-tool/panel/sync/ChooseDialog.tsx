import { texts } from '../texts/texts.ts';
import { AskFirst } from './AskFirst.tsx';

type Props = {
  /** Learners whose grade was changed by hand. */
  readonly names: readonly string[];
  readonly keep: 'theirs' | 'ours';
  readonly onClose: () => void;
  readonly onConfirm: () => void;
};

/** Asks before grades that somebody made by hand are settled. */
export function ChooseDialog({ names, keep, onClose, onConfirm }: Props) {
  const words = texts.scores.choice[keep];
  const verb = keep === 'ours' ? texts.scores.publishOurs : texts.scores.keepTheirs;
  return (
    <AskFirst title={words.title(names)} {...{ verb, onClose, onConfirm }}>
      <p>{words.explained}</p>
      {names.length > 1 && <p class="quiet">{names.join(', ')}</p>}
    </AskFirst>
  );
}
