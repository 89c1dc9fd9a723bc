import { useState } from 'preact/hooks';
import { reviewTexts } from '../../../../shared/texts/review.ts';
import { Interlude } from '../../app/Interlude.tsx';
import { hrefTo } from '../../app/router.ts';
import { useTools } from '../../app/toolbox.ts';
import { useResource } from '../../app/use-resource.ts';
import { Icon } from '../../parts/Icon.tsx';
import { assesses } from '../staff-places.ts';
import { ReviewScreen } from './ReviewScreen.tsx';
import type { ReviewProps } from './review-props.ts';

/** One piece of evidence beside the criteria it is offered for. */
export function Review(props: ReviewProps) {
  const { client } = useTools();
  const { evidenceId, me } = props;
  const { resource, reload } = useResource(
    (signal) => client.call('evidence', { params: { evidenceId }, signal }),
    [evidenceId],
  );
  // Offline, what lies on the desk can still be looked at and ticked.
  const [kept] = useState(() => props.desk.kept(evidenceId));
  const evidence = resource.value ?? (resource.state === 'failed' && resource.error.code === 'offline' ? kept : null);
  if (evidence !== null) return <ReviewScreen {...props} evidence={evidence} />;
  const back = assesses(me.role) ? 'caseload' : 'matrix';
  return (
    <>
      <header class="topbar">
        <a href={hrefTo(back)}>
          <Icon name="back" /> {reviewTexts.back[back]}
        </a>
      </header>
      <Interlude title={reviewTexts.title} error={resource.state === 'failed' ? resource.error : null} retry={reload} />
    </>
  );
}
