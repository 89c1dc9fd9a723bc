import { useState } from 'preact/hooks';
import type { EnrolmentView, QualificationView } from '../../../shared/api/views.ts';
import { ApiError } from '../../../shared/client/api-client.ts';
import { type EvidenceId, idPattern, parseId } from '../../../shared/domain/ids.ts';
import { errorTexts } from '../../../shared/texts/errors.ts';
import { goTo } from '../app/router.ts';
import { useTools } from '../app/toolbox.ts';
import { useLive } from '../app/use-live.ts';
import { useResource } from '../app/use-resource.ts';
import { ErrorNotice } from '../parts/ErrorNotice.tsx';
import { Skeleton } from '../parts/Skeleton.tsx';
import { EvidenceEditor } from './EvidenceEditor.tsx';
import { EvidencePage } from './EvidencePage.tsx';
import { useOnChange } from './use-on-change.ts';

type Props = {
  readonly qualification: QualificationView;
  readonly enrolment: EnrolmentView;
  /** From the address, so anything at all. */
  readonly id: string;
  /** What follows the id in the address: "edit", "sent" or nothing. */
  readonly part: string | undefined;
};

/** One evidence item: a draft opens for writing, anything else for reading first. */
export function EvidencePlace({ qualification, enrolment, id, part }: Props) {
  const { client } = useTools();
  const { resource, reload, set } = useResource(async (signal) => {
    if (!idPattern.test(id)) throw new ApiError('notFound', errorTexts.notFound);
    return client.call('evidence', { params: { evidenceId: parseId<EvidenceId>(id) }, signal });
  }, []);
  const [round, setRound] = useState(0);
  // An assessor may have ticked meanwhile.
  useOnChange(part, reload);

  // The editor looks for itself: what is being written must not be drawn over.
  const reading = part !== 'edit' && resource.value !== null && resource.value.status !== 'draft';
  useLive('evidence', reading ? { evidenceId: parseId<EvidenceId>(id) } : null, (view) => {
    // An answer that was on its way before the reader's own comment was sent would take it off the screen again.
    if (view.version >= (resource.value?.version ?? 0)) set(view);
  });

  const evidence = resource.value;
  const gone = resource.state === 'failed' && resource.error.code === 'notFound';
  const failed = resource.state === 'failed' && (
    <ErrorNotice error={resource.error} {...(gone ? {} : { retry: reload })} />
  );
  if (evidence === null) return <main>{failed || <Skeleton lines={8} />}</main>;
  const shared = { qualification, enrolment, evidence };
  if (!evidence.may.edit || (part !== 'edit' && evidence.status !== 'draft'))
    return (
      <>
        {failed}
        <EvidencePage {...shared} sent={part === 'sent'} onChanged={set} />
      </>
    );
  return (
    <EvidenceEditor
      key={round}
      {...shared}
      onDone={(view, ...next) => {
        set(view);
        goTo('evidence', view.id, ...next);
      }}
      onReplaced={(view) => {
        set(view);
        setRound(round + 1);
      }}
    />
  );
}
