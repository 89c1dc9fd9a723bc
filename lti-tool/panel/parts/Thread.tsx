import type { ComponentChildren } from 'preact';
import type { EvidenceView } from '../../../shared/api/views.ts';
import { threadTexts } from '../../../shared/texts/evidence.ts';
import { partsTexts } from '../../../shared/texts/parts.ts';
import { listed } from '../../../shared/words/counted.ts';
import { clockTime, shortDate } from './dates.ts';

type Said = EvidenceView['thread'][number];
type Props = {
  readonly thread: EvidenceView['thread'];
  readonly now: number;
  /** Where one may answer. */
  readonly children?: ComponentChildren;
};

/** The rounds of a review and the comments on it: who sent, returned or finished it or answered, when, in which words. */
export function Thread({ thread, now, children }: Props) {
  const words = threadTexts;
  const deed = ({ kind, criterionIds }: Said, place: number) => {
    if (kind === 'notMet') return words.notMet(listed(criterionIds.map((id) => id.replace('/', ' '))));
    return kind === 'submitted' && place > 0 ? words.sentAgain : words[kind];
  };
  // That it was sent, the page says anyway.
  const isSilent = thread.every(({ kind, text }) => kind === 'submitted' && text.trim() === '');
  if (isSilent && !children) return null;
  return (
    <section>
      {!isSilent && <h2>{words.heading}</h2>}
      {!isSilent && (
        <ol class="thread">
          {thread.map((said, place) => {
            const { kind, byName, role, at, text } = said;
            return (
              <li key={`${place} ${at} ${kind}`} data-kind={kind}>
                <p class="quiet">
                  <b>{byName}</b> {words.line(partsTexts.roles[role], deed(said, place))}{' '}
                  <time dateTime={at}>{words.when(shortDate(at, now), clockTime(at))}</time>
                </p>
                {text.trim() !== '' && <p class="words">{text}</p>}
                {text.trim() === '' && (kind === 'returned' || kind === 'assessed') && (
                  <p class="quiet">{words.noWords}</p>
                )}
              </li>
            );
          })}
        </ol>
      )}
      {children}
    </section>
  );
}
