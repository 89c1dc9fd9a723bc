import type { TimedScore } from '../lti-ports.ts';
import type { Destination } from './destinations.ts';
import type { PublishedColumn } from './publication.ts';

/**
 * What tells Canvas's SpeedGrader where the work behind a score is. Each new submission is one more attempt there, so only the first
 * score that a line item takes says that it is one. Undefined for any other platform.
 * @see https://developerdocs.instructure.com/services/canvas/resources/score
 */
export function submissionOf(
  { link }: Destination,
  column: PublishedColumn,
  lineItemUrl: string,
  timestamp: string,
): TimedScore['submission'] {
  if (link?.product !== 'canvas') return undefined;
  const known = column.submission?.lineItemUrl === lineItemUrl ? column.submission : null;
  return { isNew: known === null, at: known?.at ?? timestamp };
}

/** What is remembered of it once the platform took the score sent at `timestamp`. */
export function submissionTaken(
  to: Destination,
  column: PublishedColumn,
  lineItemUrl: string,
  timestamp: string,
): Pick<PublishedColumn, 'submission'> {
  const submission = submissionOf(to, column, lineItemUrl, timestamp);
  return submission ? { submission: { lineItemUrl, at: submission.at } } : {};
}
