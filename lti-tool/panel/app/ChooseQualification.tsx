import type { MeView } from '../../../shared/api/views.ts';
import { Icon } from '../parts/Icon.tsx';
import { PageHeading } from '../parts/PageHeading.tsx';
import { TopBar } from '../parts/TopBar.tsx';
import { useWarm } from '../parts/use-warm.ts';
import { texts } from '../texts/texts.ts';
import { QualificationChoices } from './QualificationChoices.tsx';

type Props = { readonly me: MeView; readonly onChosen: (me: MeView) => void };

/** A resource link without a qualification: staff choose one, a learner is told whose turn it is. */
export function ChooseQualification({ me, onChosen }: Props) {
  useWarm(me.role === 'learner');
  const words = texts.chooseQualification;
  return (
    <>
      <TopBar me={me} tabs={[]} />
      <main class="page">
        {me.role === 'learner' ? (
          <div class="empty">
            <Icon name="clock" />
            <PageHeading title={words.notReadyTitle}>{words.notReadyHeading(me.person.givenName)}</PageHeading>
            <p>{words.notReady(me.linkTitle)}</p>
          </div>
        ) : (
          <>
            <PageHeading title={words.title}>{words.heading}</PageHeading>
            <p class="quiet">{words.intro(me.linkTitle, me.context.title)}</p>
            <QualificationChoices onChosen={onChosen} />
          </>
        )}
      </main>
    </>
  );
}
