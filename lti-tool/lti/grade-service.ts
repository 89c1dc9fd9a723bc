import { platformFaultTexts as texts } from '../../shared/texts/publishing.ts';
import type { FoundResult, GradeService, ScoreAnswer, TimedScore } from '../use-cases/lti-ports.ts';
import type { PlatformFault } from './platform-fault.ts';
import type { PlatformService } from './platform-service.ts';
import { reviewParameter, scope } from './settings.ts';

const scoreType = 'application/vnd.ims.lis.v1.score+json';
const canvasSubmission = 'https://canvas.instructure.com/lti/submission';
const resultsType = 'application/vnd.ims.lis.v2.resultcontainer+json';

/** A service of a line item: its path goes on, its query stays (Moodle: `.../lineitem?type_id=1`). */
export function lineItemService(lineItemUrl: string, service: 'scores' | 'results'): string {
  if (!URL.canParse(lineItemUrl)) return '';
  const url = new URL(lineItemUrl);
  url.pathname = `${url.pathname.replace(/\/$/, '')}/${service}`;
  return url.href;
}

/** What else these statuses mean for a score, where platforms give no better reason. */
const hints: Readonly<Record<number, string>> = {
  400: ' The person may not be a learner in this course any more.',
  500: ' Moodle also answers so while a grade or its column is locked.',
};

function scoreAnswer(fault: PlatformFault): ScoreAnswer {
  const { lasting, status, retryAfterMs = null } = fault;
  const reason = fault.reason + (status === null ? '' : (hints[status] ?? ''));
  if (status === 409) return { kind: 'stale' };
  if (status === 404 || status === 410) return { kind: 'lineItemGone' };
  return lasting ? { kind: 'refused', status: status ?? 0, reason } : { kind: 'retry', status, retryAfterMs, reason };
}

const numberOrNull = (value: unknown) => (typeof value === 'number' && Number.isFinite(value) ? value : null);

/** Moodle writes its zone as "+00:00". */
const instantOrNull = (value: unknown) =>
  typeof value === 'string' && !Number.isNaN(Date.parse(value)) ? new Date(value).toISOString() : null;

/** One entry of a result container; null where it names nobody. */
function resultOf(entry: unknown): FoundResult | null {
  if (typeof entry !== 'object' || entry === null) return null;
  const { userId, resultScore, resultMaximum, comment, timestamp } = entry as Record<string, unknown>;
  if (typeof userId !== 'string' && typeof userId !== 'number') return null;
  return {
    userId: String(userId),
    resultScore: numberOrNull(resultScore),
    resultMaximum: numberOrNull(resultMaximum),
    comment: typeof comment === 'string' ? comment : null,
    timestamp: instantOrNull(timestamp),
  };
}

/** What Canvas's SpeedGrader launches to show the work: it opens nothing without a launch. */
function workOf(launchUrl: string, userId: string): string {
  const url = new URL(launchUrl);
  url.searchParams.set(reviewParameter, userId);
  return url.href;
}

/**
 * Canvas takes every score for a new attempt unless told otherwise.
 * @see https://developerdocs.instructure.com/services/canvas/resources/score
 */
function canvasExtension(launchUrl: string, { keepHandGrade = false, submission, userId }: TimedScore) {
  if (!keepHandGrade && submission === undefined) return {};
  return {
    [canvasSubmission]: {
      ...(keepHandGrade && { prioritize_non_tool_grade: true }),
      ...(submission && {
        new_submission: submission.isNew,
        submission_type: 'basic_lti_launch',
        submission_data: workOf(launchUrl, userId),
        submitted_at: submission.at,
      }),
    },
  };
}

/**
 * `launchUrl` is the tool's own.
 * @see https://www.imsglobal.org/spec/lti-ags/v2p0#score-publish-service
 */
export function createGradeService(service: PlatformService, launchUrl: string): GradeService {
  return {
    async publish({ issuer, clientId, lineItemUrl }, score, signal) {
      const { userId, scoreGiven, scoreMaximum, activityProgress, gradingProgress, comment, timestamp } = score;
      const answer = await service.call(
        { issuer, clientId },
        {
          method: 'POST',
          url: lineItemService(lineItemUrl, 'scores'),
          headers: { 'content-type': scoreType },
          body: JSON.stringify({
            userId,
            // Without both a platform clears the grade.
            ...(scoreGiven === null ? {} : { scoreGiven, scoreMaximum }),
            activityProgress,
            gradingProgress,
            comment,
            timestamp,
            ...canvasExtension(launchUrl, score),
          }),
          scopes: [scope.score],
          signal,
        },
      );
      return answer.kind === 'answer' ? { kind: 'accepted' } : scoreAnswer(answer);
    },
    async results({ issuer, clientId, lineItemUrl }, userId, signal) {
      const address = lineItemService(lineItemUrl, 'results');
      // No `limit`: Moodle's paging of results is broken, and others page by themselves.
      const url = new URL(address === '' ? 'about:blank' : address);
      if (userId !== undefined) url.searchParams.set('user_id', userId);
      const pages = await service.pages(
        { issuer, clientId },
        { method: 'GET', url: url.href, headers: { accept: resultsType }, scopes: [scope.result], signal },
      );
      if (!Array.isArray(pages)) return { kind: 'unavailable', status: pages.status, reason: pages.reason };
      if (!pages.every((page) => Array.isArray(page)))
        return { kind: 'unavailable', status: 200, reason: texts.resultsUnreadable };
      return pages
        .flat()
        .map(resultOf)
        .filter((result) => result !== null);
    },
  };
}
