import { decodeProtectedHeader, jwtVerify } from 'jose';
import { z } from 'zod';
import type { Lms } from '../lms.ts';
import { lti } from '../services/vocabulary.ts';
import { addActivity } from '../world/copies.ts';
import type { Activity, Course } from '../world/world.ts';
import { blankActivity } from './blank-activity.ts';

const itemSchema = z.object({
  type: z.string(),
  title: z.string().optional(),
  custom: z.record(z.string(), z.string()).optional(),
  lineItem: z
    .object({
      scoreMaximum: z.number().positive(),
      resourceId: z.string().default(''),
      tag: z.string().default(''),
      submissionReview: z.unknown().optional(),
    })
    .optional(),
});

/**
 * Takes a tool's choice of content: checks its signature and adds the activities. The column takes the activity's title, whatever
 * label the tool sent. https://www.imsglobal.org/spec/lti-dl/v2p0#deep-linking-response-message
 * @throws where the message is not a genuine one of this course's tool
 */
export async function receiveContent(lms: Lms, course: Course, jwt: string): Promise<Activity[]> {
  const blank = blankActivity(lms, course);
  const key = await lms.toolKeys.find(decodeProtectedHeader(jwt).kid ?? '');
  if (!key) throw new Error('Consumer key is incorrect');
  const currentDate = new Date(lms.now());
  const expected = {
    issuer: blank.clientId,
    audience: lms.issuer,
    currentDate,
    requiredClaims: ['nonce', 'exp', 'iat'],
  };
  const { payload } = await jwtVerify(jwt, key, expected);
  if (payload[`${lti}/claim/message_type`] !== 'LtiDeepLinkingResponse') throw new Error('Invalid message type');
  if (payload[`${lti}/claim/deployment_id`] !== blank.deploymentId) throw new Error('Invalid deployment id');
  const items = z.array(itemSchema).parse(payload[`${lti}-dl/claim/content_items`] ?? []);
  const made = items
    .filter(({ type }) => type === 'ltiResourceLink')
    .map(({ title = 'Activity', custom = {}, lineItem }) => {
      const activity = { ...blank, title, custom: { ...blank.custom, ...custom }, graded: lineItem !== undefined };
      const { scoreMaximum = 100, resourceId = '', tag = '', submissionReview } = lineItem ?? {};
      const reviewable = submissionReview !== undefined;
      return addActivity(lms.world, activity, { label: title, scoreMaximum, resourceId, tag, reviewable });
    });
  lms.save();
  return made;
}
