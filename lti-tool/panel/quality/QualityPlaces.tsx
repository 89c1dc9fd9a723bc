import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import type { MeView, QualificationView } from '../../../shared/api/views.ts';
import type { EvidenceId } from '../../../shared/domain/ids.ts';
import { goTo } from '../app/router.ts';
import { SampleScreen } from './SampleScreen.tsx';
import { SamplingPage } from './SamplingPage.tsx';

export type QualityProps = {
  readonly me: MeView;
  readonly qualification: QualificationView;
  /** The item to sample; null for the Sampling screen. */
  readonly evidenceId: EvidenceId | null;
  /** The bar on top of screens that do not fill the frame. */
  readonly bar: ComponentChildren;
};

/** The two screens of sampling. What a sample did is told on the screen that comes after it. */
export function QualityPlaces({ me, qualification, evidenceId, bar }: QualityProps) {
  const [said, say] = useState<string | null>(null);
  if (evidenceId !== null)
    return (
      <SampleScreen
        key={evidenceId}
        me={me}
        qualification={qualification}
        evidenceId={evidenceId}
        onRecorded={(message) => {
          say(message);
          goTo('sampling');
        }}
      />
    );
  return (
    <>
      {bar}
      <SamplingPage qualification={qualification} said={said} say={say} />
    </>
  );
}
