import type { Lms } from '../lms.ts';
import { ags, lti } from '../services/vocabulary.ts';
import { submissionFor } from '../world/gradebook.ts';
import { subOf } from '../world/manner.ts';
import { fullName } from '../world/world.ts';
import { canvasClaims } from './canvas-claims.ts';
import type { ContentAccepted, LaunchSubject } from './launch-subject.ts';
import { moodleClaims } from './moodle-claims.ts';

type Claims = Record<string, unknown>;

/** https://www.imsglobal.org/spec/lti-dl/v2p0#deep-linking-settings */
function contentSettings(lms: Lms, { course }: LaunchSubject, accepts: ContentAccepted): Claims {
  const { multiple = true, lineItems, types, data } = accepts;
  const canvas = lms.manner === 'canvas';
  return {
    accept_types: types ?? (canvas ? ['link', 'file', 'html', 'ltiResourceLink', 'image'] : ['ltiResourceLink']),
    accept_presentation_document_targets: canvas ? ['embed', 'iframe', 'window'] : ['frame', 'iframe', 'window'],
    ...(canvas ? { accept_media_types: 'image/*,text/html' } : { accept_copy_advice: false }),
    ...(lineItems !== undefined && { accept_lineitem: lineItems }),
    accept_multiple: multiple,
    auto_create: canvas,
    ...(!canvas && { accept_unsigned: false, can_confirm: false, title: 'Countersign', text: '' }),
    ...(data !== undefined && { data }),
    deep_link_return_url: lms.to.contentReturn(course),
  };
}

/** What Canvas's SpeedGrader launches: the address that came along with the learner's score; null where none did. */
export function submittedAddress(
  lms: Lms,
  { activity, purpose }: Pick<LaunchSubject, 'activity' | 'purpose'>,
): string | null {
  if (lms.manner !== 'canvas' || purpose.kind !== 'review') return null;
  return submissionFor(lms.world, activity.id, purpose.learner.id)?.address ?? null;
}

/** The claims of a launch: those of the activity and, for another purpose than to open it, what the message for that differs in. */
export function messageClaims(lms: Lms, subject: LaunchSubject): Claims {
  const claims: Claims = lms.manner === 'canvas' ? canvasClaims(lms, subject) : moodleClaims(lms, subject);
  const { purpose } = subject;
  if (purpose.kind === 'open') return claims;
  if (purpose.kind === 'review') {
    const { learner } = purpose;
    const address = submittedAddress(lms, subject);
    if (address !== null) return { ...claims, [`${lti}/claim/target_link_uri`]: address };
    const names = lms.world.privacy.sendNames && lms.manner === 'canvas' && { name: fullName(learner) };
    return {
      ...claims,
      [`${lti}/claim/message_type`]: 'LtiSubmissionReviewRequest',
      [`${lti}/claim/for_user`]: { user_id: subOf(lms.manner, learner), ...names },
    };
  }
  const endpoint = claims[`${ags}/claim/endpoint`];
  const { lineitem: _, ...lists } = Object(endpoint);
  const left = ['/claim/resource_link', '-bo/claim/basicoutcome'].map((name) => lti + name);
  return {
    ...Object.fromEntries(Object.entries(claims).filter(([name]) => !left.includes(name))),
    [`${lti}/claim/message_type`]: 'LtiDeepLinkingRequest',
    [`${lti}/claim/launch_presentation`]: {
      locale: 'en',
      ...(lms.manner === 'canvas' && { document_target: 'iframe' }),
    },
    [`${ags}/claim/endpoint`]: lists,
    [`${lti}-dl/claim/deep_linking_settings`]: contentSettings(lms, subject, purpose.accepts),
  };
}
