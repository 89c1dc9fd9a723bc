import type { MeView } from '../../../shared/api/views.ts';
import { Icon } from '../parts/Icon.tsx';
import { PageHeading } from '../parts/PageHeading.tsx';
import { texts } from '../texts/texts.ts';

/** A learner whom the LMS let in, but who has no enrolment on this qualification yet. */
export function NotEnrolled({ me }: { me: MeView }) {
  return (
    <main class="page">
      <div class="empty">
        <Icon name="learner" />
        <PageHeading title={texts.learner.notEnrolled.title}>{texts.learner.notEnrolled.heading}</PageHeading>
        <p>{texts.learner.notEnrolled.whatToDo(me.context.title)}</p>
      </div>
    </main>
  );
}
