import type { EnrolmentView } from '../../../shared/api/views.ts';

type Props = { readonly enrolment: Pick<EnrolmentView, 'published' | 'confirmed' | 'total'> };

/** What the LMS gradebook shows, and whether that is all of it. */
export function GradebookLine({ enrolment: { published, confirmed, total } }: Props) {
  if (published === null) return <>Your gradebook has no score from here yet.</>;
  const shown = `Your gradebook shows ${published.scoreGiven} of ${published.scoreMaximum}`;
  return <>{published.upToDate ? `${shown}, up to date.` : `${shown}; ${confirmed} of ${total} is on its way.`}</>;
}
