import type { EvidenceView } from '../../../shared/api/views.ts';
import { learnerTexts } from '../../../shared/texts/learner.ts';
import { useTools } from '../app/toolbox.ts';
import { shortDate } from '../parts/dates.ts';

type Props = { readonly feedback: EvidenceView['feedback'] };

/** What an assessor said about the item: the newest words, for they say what to do now. All rounds are in the thread. */
export function FeedbackNotice({ feedback }: Props) {
  const newest = feedback.findLast(({ text }) => text.trim() !== '');
  if (!newest) return null;
  return (
    <section class="feedback" aria-label={learnerTexts.item.feedback}>
      <Words of={newest} />
    </section>
  );
}

function Words({ of: { byName, at, text, outcome } }: { of: EvidenceView['feedback'][number] }) {
  const now = useTools().now();
  return (
    <figure>
      <blockquote>{text}</blockquote>
      <figcaption class="quiet">{learnerTexts.item.feedbackOf(byName, shortDate(at, now), outcome)}</figcaption>
    </figure>
  );
}
