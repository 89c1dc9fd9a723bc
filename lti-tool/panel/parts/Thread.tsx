import type { EvidenceView } from '../../../shared/api/views.ts';
import { threadTexts } from '../../../shared/texts/evidence.ts';
import { listed } from '../../../shared/words/counted.ts';
import { shortDate } from './dates.ts';

type Props = { readonly thread: EvidenceView['thread']; readonly now: number };

/** The rounds of a review: who sent, returned or finished it, when, and in which words. */
export function Thread({ thread, now }: Props) {
  // That it was sent, the page says anyway.
  if (thread.every(({ kind, text }) => kind === 'submitted' && text.trim() === '')) return null;
  const words = threadTexts;
  const deed = ({ kind, criterionIds }: EvidenceView['thread'][number], place: number) => {
    if (kind === 'notMet') return words.notMet(listed(criterionIds.map((id) => id.replace('/', ' '))));
    return kind === 'submitted' && place > 0 ? words.sentAgain : words[kind];
  };
  return (
    <section>
      <h2>{words.heading}</h2>
      <ol class="thread">
        {thread.map((said, place) => {
          const { kind, byName, at, text } = said;
          return (
            <li key={`${at} ${kind}`} data-kind={kind}>
              <p class="quiet">
                <b>{byName}</b> {deed(said, place)}, {shortDate(at, now)}
              </p>
              {text.trim() !== '' && <p class="words">{text}</p>}
              {text.trim() === '' && (kind === 'returned' || kind === 'assessed') && (
                <p class="quiet">{words.noWords}</p>
              )}
            </li>
          );
        })}
      </ol>
    </section>
  );
}
