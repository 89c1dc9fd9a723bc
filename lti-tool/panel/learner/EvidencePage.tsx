import type { EnrolmentView, EvidenceView, QualificationView } from '../../../shared/api/views.ts';
import { commentTexts } from '../../../shared/texts/evidence.ts';
import { learnerTexts } from '../../../shared/texts/learner.ts';
import { reviewTexts } from '../../../shared/texts/review.ts';
import { hrefTo } from '../app/router.ts';
import { useTools } from '../app/toolbox.ts';
import { CommentBox } from '../parts/CommentBox.tsx';
import { shortDate } from '../parts/dates.ts';
import { Icon } from '../parts/Icon.tsx';
import { methodNames } from '../parts/method-names.ts';
import { PageHeading } from '../parts/PageHeading.tsx';
import { Thread } from '../parts/Thread.tsx';
import { statusWords } from './evidence-words.ts';
import { FeedbackNotice } from './FeedbackNotice.tsx';
import { SentNotice } from './SentNotice.tsx';
import { TickTable } from './TickTable.tsx';
import { WithdrawButton } from './WithdrawButton.tsx';
import { WorkShown } from './WorkShown.tsx';

type Props = {
  readonly qualification: QualificationView;
  readonly enrolment: EnrolmentView;
  readonly evidence: EvidenceView;
  /** It was submitted a moment ago. */
  readonly sent: boolean;
  readonly onChanged: (evidence: EvidenceView) => void;
};

/** An item to read: how it stands, what was said about it, who ticked what, and the work itself. */
export function EvidencePage({ qualification, enrolment, evidence, sent, onChanged }: Props) {
  const now = useTools().now();
  const { status, meaning, icon, standing } = statusWords(evidence);
  const unmet = evidence.status === 'assessed' && evidence.confirmed < evidence.ticked;
  const edit = hrefTo('evidence', evidence.id, 'edit');
  const words = learnerTexts.item;
  return (
    <main class="page">
      <div class="line">
        <div class="title">
          <PageHeading title={evidence.title}>{evidence.title}</PageHeading>
          <p class="quiet">
            <span class="mark" data-standing={standing}>
              <Icon name={icon} />
            </span>{' '}
            <b>{status}</b> · {meaning} · {methodNames()[evidence.method]}
            {evidence.madeByName && `, ${reviewTexts.recordedByInLine(evidence.madeByName)}`}
            {evidence.submittedAt && `, ${words.sentOn(shortDate(evidence.submittedAt, now))}`}
          </p>
        </div>
        {evidence.may.edit && (
          <a class={evidence.status === 'returned' ? 'button primary push' : 'button push'} href={edit}>
            {evidence.status === 'returned' ? words.improve : words.change}
          </a>
        )}
        {unmet && (
          <a class="button primary push" href={hrefTo('evidence', 'new')}>
            <Icon name="plus" /> {words.addMore}
          </a>
        )}
      </div>
      {sent && evidence.status === 'submitted' && <SentNotice evidence={evidence} assessors={enrolment.assessors} />}
      {evidence.status !== 'submitted' && <FeedbackNotice feedback={evidence.feedback} />}
      <section aria-labelledby="ticks">
        <h2 id="ticks">{words.shows}</h2>
        <TickTable qualification={qualification} evidence={evidence} />
      </section>
      <WorkShown evidence={evidence} />
      <Thread thread={evidence.thread} now={now}>
        {evidence.may.comment && (
          <CommentBox key={evidence.id} evidence={evidence} readers={commentTexts.readBy.learner} onSent={onChanged} />
        )}
      </Thread>
      {evidence.may.withdraw && <WithdrawButton evidence={evidence} onWithdrawn={onChanged} />}
    </main>
  );
}
