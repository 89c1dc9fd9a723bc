import { scoresTexts } from '../../../shared/texts/scores.ts';
import { pageOf, pageSize } from './pages.ts';

type Props = { readonly count: number; readonly page: number; readonly onPage: (page: number) => void };

/** Leads through a table that is too long to be drawn at once; nothing where it is not. */
export function Pager({ count, page, onPage }: Props) {
  const { from, to } = pageOf(count, page);
  const words = scoresTexts;
  if (count <= pageSize) return null;
  return (
    <nav class="line pager" aria-label={words.pages}>
      {from > 0 && (
        <button type="button" class="button" onClick={() => onPage(page - 1)}>
          {words.previous(pageSize)}
        </button>
      )}
      <span>{words.part(from + 1, to, count)}</span>
      {to < count && (
        <button type="button" class="button" onClick={() => onPage(page + 1)}>
          {words.next(Math.min(pageSize, count - to))}
        </button>
      )}
    </nav>
  );
}
