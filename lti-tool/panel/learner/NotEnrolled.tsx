import type { MeView } from '../../../shared/api/views.ts';
import { Icon } from '../parts/Icon.tsx';
import { PageHeading } from '../parts/PageHeading.tsx';

/** A learner whom the LMS let in, but who has no enrolment on this qualification yet. */
export function NotEnrolled({ me }: { me: MeView }) {
  return (
    <main class="page">
      <div class="empty">
        <Icon name="learner" />
        <PageHeading title="Not enrolled yet">You are not enrolled here yet</PageHeading>
        <p>
          Open this activity in {me.context.title} once more. If this page comes back, ask your teacher to enrol you on
          this qualification.
        </p>
      </div>
    </main>
  );
}
