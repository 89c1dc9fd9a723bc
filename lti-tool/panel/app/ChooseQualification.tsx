import { useState } from 'preact/hooks';
import type { MeView } from '../../../shared/api/views.ts';
import { choosingTexts } from '../../../shared/texts/choosing.ts';
import { ErrorNotice } from '../parts/ErrorNotice.tsx';
import { Icon } from '../parts/Icon.tsx';
import { PageHeading } from '../parts/PageHeading.tsx';
import { TopBar } from '../parts/TopBar.tsx';
import { useWarm } from '../parts/use-warm.ts';
import { QualificationChoices } from './QualificationChoices.tsx';
import { styled } from './sheets.ts';
import { useScreen } from './use-screen.ts';

const loadImport = () => styled(import('../manager/ImportForm.tsx'), 'pages').then((module) => module.ImportForm);

type Props = { readonly me: MeView; readonly onChosen: (me: MeView) => void };

/** A resource link without a qualification: staff choose one, a manager may bring one in, a learner is told whose turn it is. */
export function ChooseQualification({ me, onChosen }: Props) {
  useWarm(me.role === 'learner');
  const [imports, setImports] = useState(0);
  const words = choosingTexts;
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
            <QualificationChoices key={imports} onChosen={onChosen} />
            {me.role === 'manager' && <Import onImported={() => setImports(imports + 1)} />}
          </>
        )}
      </main>
    </>
  );
}

function Import(props: { readonly onImported: () => void }) {
  const { resource, reload } = useScreen(loadImport);
  if (resource.state === 'failed') return <ErrorNotice error={resource.error} retry={reload} />;
  if (resource.value === null) return null;
  const { Screen } = resource.value;
  return <Screen {...props} />;
}
