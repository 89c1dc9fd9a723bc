import type { PersonId } from '../../../../shared/domain/ids.ts';
import { whoseTexts } from '../../../../shared/texts/whose.ts';
import { isWhose, type Whose } from '../../parts/whose.ts';
import type { CaseloadLine } from './caseload-lines.ts';

/** Own learners are those one is assigned to, and those on whose work an IQA asks for action by oneself. */
const isOwn = ({ assessorIds, actions }: CaseloadLine, me: PersonId): boolean =>
  assessorIds.includes(me) || actions.some(({ yours }) => yours);

/** Whose learners somebody sees at first: their own, where they have some. */
export const firstWhose = (lines: readonly CaseloadLine[], me: PersonId): Whose =>
  lines.some(({ assessorIds }) => assessorIds.includes(me)) ? me : 'all';

export const linesOf = (lines: readonly CaseloadLine[], whose: Whose, me: PersonId): CaseloadLine[] =>
  lines.filter((line) => isWhose(line.assessorIds, whose) || (whose === me && isOwn(line, me)));

type Props = {
  readonly lines: readonly CaseloadLine[];
  readonly me: PersonId;
  readonly whose: Whose;
  readonly onChoose: (whose: Whose) => void;
};

/** Own learners, those nobody is named for, or all; nothing to choose where nobody is assigned to anybody. */
export function WhoseLearners({ lines, me, whose, onChoose }: Props) {
  if (lines.every(({ assessorIds }) => assessorIds.length === 0)) return null;
  const words = whoseTexts;
  const option = (value: Whose, name: string) => (
    <option value={value}>{words.counted(name, linesOf(lines, value, me).length)}</option>
  );
  return (
    <select
      class="button"
      aria-label={words.label}
      value={whose}
      onChange={(event) => onChoose(event.currentTarget.value as Whose)}
    >
      {option(me, words.mine)}
      {option('unassigned', words.unassigned)}
      {option('all', words.everybody)}
    </select>
  );
}
