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
  const who = names.length === 1 ? names[0] : `${names.length} learners`;
  const title = keep === 'ours' ? `Publish our score for ${who}?` : `Keep the LMS grade of ${who}?`;
  const verb = keep === 'ours' ? 'Publish ours' : 'Keep theirs';
  return (
    <AskFirst {...{ title, verb, onClose, onConfirm }}>
      <p>
        {keep === 'ours'
          ? 'The grade that somebody typed in the LMS is replaced by what assessors have confirmed.'
          : 'Nothing is sent for them any more, whatever is confirmed later, until you publish ours again.'}
      </p>
      {names.length > 1 && <p class="quiet">{names.join(', ')}</p>}
    </AskFirst>
  );
}
