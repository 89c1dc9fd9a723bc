import { useState } from 'preact/hooks';
import { type ContentChoice, type ContentSelectionView, mostChoices } from '../../../shared/api/content-selection.ts';
import type { ApiError } from '../../../shared/client/api-client.ts';
import type { ContentClient } from '../../../shared/client/content-client.ts';
import { contentTexts } from '../../../shared/texts/choosing.ts';
import { asApiError } from '../app/as-api-error.ts';
import { useResource } from '../app/use-resource.ts';
import { ErrorNotice } from '../parts/ErrorNotice.tsx';
import { Icon } from '../parts/Icon.tsx';
import { PageHeading } from '../parts/PageHeading.tsx';
import { Skeleton } from '../parts/Skeleton.tsx';
import { ChosenContent } from './ChosenContent.tsx';
import { ContentDetails } from './ContentDetails.tsx';
import { type ContentQualification, keyOf, QualificationList } from './QualificationList.tsx';

export type ContentAppProps = {
  readonly client: ContentClient;
  /** Posts the signed answer to the platform; the page ends with it. */
  readonly submit: (jwt: string) => void;
};

/** Somebody adds activities to a course: which qualification, which units, under which title, with which columns. */
export function ContentApp({ client, submit }: ContentAppProps) {
  const { resource, reload } = useResource((signal) => client.view(signal), [client]);
  const [sent, setSent] = useState<'no' | 'sending' | 'sent'>('no');
  const [error, setError] = useState<ApiError | null>(null);
  if (resource.state === 'failed') return <ErrorNotice error={resource.error} retry={reload} />;
  if (resource.value === null) return <Skeleton lines={6} />;

  const answer = async (choices: readonly ContentChoice[]) => {
    if (sent !== 'no') return;
    setSent('sending');
    setError(null);
    try {
      const { jwt } = await client.answer({ choices: [...choices] });
      setSent('sent');
      submit(jwt);
    } catch (cause) {
      setError(asApiError(cause));
      setSent('no');
    }
  };
  return (
    <main class="page content">
      <Choosing view={resource.value} busy={sent !== 'no'} onAnswer={(choices) => void answer(choices)} />
      {error && <ErrorNotice error={error} />}
      {sent === 'sent' && <p role="status">{contentTexts.going}</p>}
    </main>
  );
}

type ChoosingProps = {
  readonly view: ContentSelectionView;
  readonly busy: boolean;
  /** Of none: adds nothing. */
  readonly onAnswer: (choices: readonly ContentChoice[]) => void;
};

function Choosing({ view, busy, onAnswer }: ChoosingProps) {
  const words = contentTexts;
  const { qualifications } = view;
  const only = qualifications.length === 1 ? qualifications[0] : undefined;
  const [picked, setPicked] = useState<ContentQualification | null>(only ?? null);
  /** On the list already, where the platform takes several. */
  const [kept, setKept] = useState<readonly ContentChoice[]>([]);
  const cancel = (
    <button type="button" class="button" disabled={busy} onClick={() => onAnswer([])}>
      {words.cancel}
    </button>
  );
  if (qualifications.length === 0)
    return (
      <>
        <PageHeading title={words.title}>{words.heading(view.contextTitle)}</PageHeading>
        <div class="empty">
          <Icon name="file" />
          <h2>{words.noneTitle}</h2>
          <p>{words.none}</p>
          {cancel}
        </div>
      </>
    );
  const mayKeep = view.acceptsMultiple && kept.length < mostChoices - 1;
  return (
    <>
      <PageHeading title={words.title}>{words.heading(view.contextTitle)}</PageHeading>
      {kept.length > 0 && (
        <ChosenContent
          chosen={kept}
          qualifications={qualifications}
          onRemove={(removed) => setKept(kept.filter((one) => one !== removed))}
        />
      )}
      <QualificationList qualifications={qualifications} picked={picked} onPick={setPicked} />
      {picked ? (
        <ContentDetails
          key={`${keyOf(picked)} ${kept.length}`}
          view={view}
          qualification={picked}
          busy={busy}
          cancel={cancel}
          onAdd={(choice) => onAnswer([...kept, choice])}
          onKeep={
            mayKeep
              ? (choice) => {
                  setKept([...kept, choice]);
                  setPicked(null);
                }
              : null
          }
        />
      ) : (
        <div class="actions">
          {kept.length > 0 && (
            <button type="button" class="button primary" disabled={busy} onClick={() => onAnswer(kept)}>
              {words.add}
            </button>
          )}
          {cancel}
        </div>
      )}
    </>
  );
}
