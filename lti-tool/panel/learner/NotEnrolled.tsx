import type { MeView } from '../../../shared/api/views.ts';
import { learnerTexts } from '../../../shared/texts/learner.ts';
import { Icon } from '../parts/Icon.tsx';
import { PageHeading } from '../parts/PageHeading.tsx';

/** A learner whom the LMS let in, but who has no enrolment on this qualification yet. */
export function NotEnrolled({ me }: { me: MeView }) {
  return (
    <main class="page">
      <div class="empty">
        <Icon name="learner" />
        <PageHeading title={learnerTexts.notEnrolled.title}>{learnerTexts.notEnrolled.heading}</PageHeading>
        <p>{learnerTexts.notEnrolled.whatToDo(me.context.title)}</p>
      </div>
    </main>
  );
}
