import type { MeView, QualificationView } from '../../../shared/api/views.ts';
import type { EvidenceId } from '../../../shared/domain/ids.ts';
import { qualityTexts } from '../../../shared/texts/quality.ts';
import { Interlude } from '../app/Interlude.tsx';
import { hrefTo } from '../app/router.ts';
import { useTools } from '../app/toolbox.ts';
import { useResource } from '../app/use-resource.ts';
import { Icon } from '../parts/Icon.tsx';
import { SampleDesk } from './SampleDesk.tsx';

type Props = {
  readonly me: MeView;
  readonly qualification: QualificationView;
  readonly evidenceId: EvidenceId;
  /** All of a sample is recorded: what to say about it on the next screen. */
  readonly onRecorded: (message: string) => void;
};

/** One review to sample: evidence beside its criteria, and an IQA's decision on each confirmation. */
export function SampleScreen(props: Props) {
  const { client } = useTools();
  const { evidenceId } = props;
  const { resource, reload, set } = useResource(
    (signal) => client.call('samplingReview', { params: { evidenceId }, signal }),
    [evidenceId],
  );
  const { value } = resource;
  if (value !== null) return <SampleDesk {...props} review={value} onFresh={set} />;
  return (
    <>
      <header class="topbar">
        <a href={hrefTo('sampling')}>
          <Icon name="back" /> {qualityTexts.back}
        </a>
      </header>
      <Interlude
        title={qualityTexts.title}
        error={resource.state === 'failed' ? resource.error : null}
        retry={reload}
      />
    </>
  );
}
