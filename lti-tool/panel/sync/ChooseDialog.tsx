import { scoresTexts } from '../../../shared/texts/scores.ts';
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
  const words = scoresTexts.choice[keep];
  const verb = keep === 'ours' ? scoresTexts.publishOurs : scoresTexts.keepTheirs;
  return (
    <AskFirst title={words.title(names)} {...{ verb, onClose, onConfirm }}>
      <p>{words.explained}</p>
      {names.length > 1 && <p class="quiet">{names.join(', ')}</p>}
    </AskFirst>
  );
}
