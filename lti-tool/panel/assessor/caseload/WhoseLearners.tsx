import type { PersonId } from '../../../../shared/domain/ids.ts';
import { isWhose, type Whose } from '../../matrix/matrix-rows.ts';
import { texts } from '../../texts/texts.ts';
import type { CaseloadLine } from './caseload-lines.ts';

/** Whose learners somebody sees at first: their own, where they have some. */
export const firstWhose = (lines: readonly CaseloadLine[], me: PersonId): Whose =>
  lines.some(({ assessorIds }) => assessorIds.includes(me)) ? me : 'all';

export const linesOf = (lines: readonly CaseloadLine[], whose: Whose): CaseloadLine[] =>
  lines.filter(({ assessorIds }) => isWhose(assessorIds, whose));

type Props = {
  readonly lines: readonly CaseloadLine[];
  readonly me: PersonId;
  readonly whose: Whose;
  readonly onChoose: (whose: Whose) => void;
};

/** Own learners, those nobody is named for, or all; nothing to choose where nobody is assigned to anybody. */
export function WhoseLearners({ lines, me, whose, onChoose }: Props) {
  if (lines.every(({ assessorIds }) => assessorIds.length === 0)) return null;
  const words = texts.matrix;
  const option = (value: Whose, name: string) => (
    <option value={value}>{words.counted(name, linesOf(lines, value).length)}</option>
  );
  return (
    <select
      class="button"
      aria-label={words.whose}
      value={whose}
      onChange={(event) => onChoose(event.currentTarget.value as Whose)}
    >
      {option(me, words.mine)}
      {option('unassigned', words.unassigned)}
      {option('all', words.everybody)}
    </select>
  );
}
