import { registeringTexts as texts } from '../../../shared/texts/registering.ts';
import { scope } from '../settings.ts';

/** What Countersign asks of every platform that it is registered with. */
export const offer = {
  description: texts.description,
  scopes: [scope.lineItem, scope.score, scope.result, scope.memberships],
  /** Names, so that assessors see who is who; no email and no picture. */
  claims: ['iss', 'sub', 'name', 'given_name', 'family_name'],
} as const;

export type MessageType = 'LtiResourceLinkRequest' | 'LtiDeepLinkingRequest' | 'LtiSubmissionReviewRequest';

/** A message that the tool answers, and where Canvas shows it. */
export type OfferedMessage = {
  readonly type: MessageType;
  readonly label: string;
  readonly canvasPlacements: readonly string[];
};
export const offeredMessages: readonly OfferedMessage[] = [
  { type: 'LtiResourceLinkRequest', label: 'Countersign', canvasPlacements: ['course_navigation'] },
  {
    type: 'LtiDeepLinkingRequest',
    label: texts.portfolio,
    canvasPlacements: ['assignment_selection', 'link_selection'],
  },
  { type: 'LtiSubmissionReviewRequest', label: texts.review, canvasPlacements: [] },
];

/** "cs_user_id=$User.id" lines as an object. */
export const parametersOf = (lines: readonly string[]): Record<string, string> =>
  Object.fromEntries(
    lines.map((line) => {
      const [name = '', ...rest] = line.split('=');
      return [name, rest.join('=')];
    }),
  );
