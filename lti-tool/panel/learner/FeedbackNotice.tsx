import type { EvidenceView } from '../../../shared/api/views.ts';
import { useTools } from '../app/toolbox.ts';
import { shortDate } from '../parts/dates.ts';

type Props = { readonly feedback: EvidenceView['feedback'] };

/** What an assessor said about the item: the newest first, for it says what to do now; older words folded away. */
export function FeedbackNotice({ feedback }: Props) {
  const [newest, ...older] = feedback.filter(({ text }) => text.trim() !== '').toReversed();
  if (!newest) return null;
  return (
    <section class="feedback" aria-label="Feedback">
      <Words of={newest} />
      {older.length > 0 && (
        <details>
          <summary>Earlier feedback ({older.length})</summary>
          {older.map((words) => (
            <Words key={words.at} of={words} />
          ))}
        </details>
      )}
    </section>
  );
}

function Words({ of: { byName, at, text, outcome } }: { of: EvidenceView['feedback'][number] }) {
  const now = useTools().now();
  return (
    <figure>
      <blockquote>{text}</blockquote>
      <figcaption class="quiet">
        {byName}, {shortDate(at, now)} · {outcome === 'returned' ? 'returned it to you' : 'finished the review'}
      </figcaption>
    </figure>
  );
}
