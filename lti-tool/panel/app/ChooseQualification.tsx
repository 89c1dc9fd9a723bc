import type { MeView } from '../../../shared/api/views.ts';
import { Icon } from '../parts/Icon.tsx';
import { PageHeading } from '../parts/PageHeading.tsx';
import { TopBar } from '../parts/TopBar.tsx';
import { useWarm } from '../parts/use-warm.ts';
import { QualificationChoices } from './QualificationChoices.tsx';

type Props = { readonly me: MeView; readonly onChosen: (me: MeView) => void };

/** A resource link without a qualification: staff choose one, a learner is told whose turn it is. */
export function ChooseQualification({ me, onChosen }: Props) {
  useWarm(me.role === 'learner');
  return (
    <>
      <TopBar me={me} tabs={[]} />
      <main class="page">
        {me.role === 'learner' ? (
          <div class="empty">
            <Icon name="clock" />
            <PageHeading title="Not ready yet">Almost ready, {me.person.givenName}</PageHeading>
            <p>
              Your teacher still has to choose the qualification for “{me.linkTitle}”. You need to do nothing: come back
              later, or let your teacher know.
            </p>
          </div>
        ) : (
          <>
            <PageHeading title="Choose a qualification">Which qualification is this for?</PageHeading>
            <p class="quiet">
              “{me.linkTitle}” in {me.context.title} has none yet. Learners can start as soon as you choose one.
            </p>
            <QualificationChoices onChosen={onChosen} />
          </>
        )}
      </main>
    </>
  );
}
