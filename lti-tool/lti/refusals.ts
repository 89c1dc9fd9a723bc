import type { Refusal } from './refusal.ts';
import { registrationRefusals } from './registering/registration-refusals.ts';

const again = 'Go back to your course and open the activity again.';
const tellCentre = 'Tell your centre the code below; whoever looks after the course can put it right.';
const administrator = 'An administrator of your course site has to check how Countersign is set up there.';
const clock = `${again} If it keeps happening, tell your centre: a clock may be wrong.`;
const unsure = {
  title: 'We could not be sure who you are',
  happened: 'The message from your course site did not pass Countersign’s checks, so nothing was opened.',
  remedy: `${again} If it keeps happening, tell your centre the code below.`,
};
const unreadable = {
  title: 'Your course site sent something we could not read',
  happened: 'The message that should open Countersign was incomplete or damaged.',
  remedy: `${again} If it keeps happening, tell your centre the code below.`,
};

/** Every reason for which the LTI edge opens nothing. The code is what logs, tests and support desks go by. */
export const refusals = {
  ...registrationRefusals,
  LAUNCH_NOT_FOUND: {
    status: 404,
    title: 'There is nothing at this address',
    happened: 'Countersign has no page here.',
    remedy: 'Open Countersign from your course.',
  },
  LAUNCH_METHOD_NOT_ALLOWED: {
    status: 405,
    title: 'This address cannot be opened like that',
    happened: 'It takes part in opening Countersign from a course and does nothing by itself.',
    remedy: 'Open Countersign from your course.',
  },
  LAUNCH_REQUEST_MALFORMED: { status: 400, ...unreadable },
  LAUNCH_REQUEST_TOO_LARGE: { status: 413, ...unreadable },
  LAUNCH_CONTENT_TYPE: { status: 415, ...unreadable },
  LAUNCH_PARAMETER_MISSING: { status: 400, ...unreadable },
  LAUNCH_PLATFORM_UNKNOWN: {
    status: 403,
    title: 'Your course site is not connected yet',
    happened: 'Countersign does not know the site that this link came from.',
    remedy: administrator,
  },
  LAUNCH_TARGET_ELSEWHERE: {
    status: 400,
    title: 'This link does not lead to Countersign',
    happened: 'The activity points to another address.',
    remedy: 'Ask the teacher to add the activity again, or tell your centre the code below.',
  },
  LAUNCH_STATE_UNKNOWN: {
    status: 403,
    title: 'Open Countersign from your course again',
    happened: 'This page was reloaded or gone back to, and each opening works once. Nothing that you saved is lost.',
    remedy: 'Open the activity again from your course, or reload the page of your course that this is in.',
  },
  LAUNCH_STATE_EXPIRED: {
    status: 403,
    title: 'This link has expired',
    happened: 'It waited for more than ten minutes.',
    remedy: again,
  },
  LAUNCH_FRAME_BLOCKED: {
    status: 403,
    title: 'One more step to open Countersign',
    happened: 'Your browser does not let Countersign start inside this page.',
    remedy: 'It works in its own window, and you stay signed in.',
  },
  LAUNCH_COOKIES_OFF: {
    status: 403,
    title: 'Your browser keeps no cookies of Countersign',
    happened: 'It needs one for a moment, to be sure that it is you who opens it.',
    remedy: 'Allow cookies for this site in your browser’s settings, then open the activity from your course again.',
  },
  LAUNCH_OTHER_BROWSER: {
    status: 403,
    title: 'This link belongs to another browser',
    happened: 'It was made for the browser in which the activity was opened.',
    remedy: again,
  },
  LAUNCH_PLATFORM_REFUSED: {
    status: 403,
    title: 'Your course site did not let you through',
    happened: 'You may be signed out there, or signed in as somebody else.',
    remedy: 'Sign in to your course site again, then open the activity from the course.',
  },
  LAUNCH_TOKEN_MALFORMED: { status: 400, ...unreadable },
  LAUNCH_TOKEN_ALGORITHM: { status: 401, ...unsure },
  LAUNCH_TOKEN_KEY_UNKNOWN: { status: 401, ...unsure },
  LAUNCH_TOKEN_SIGNATURE: { status: 401, ...unsure },
  LAUNCH_TOKEN_ISSUER: { status: 401, ...unsure },
  LAUNCH_TOKEN_AUDIENCE: { status: 401, ...unsure },
  LAUNCH_TOKEN_NONCE: { status: 401, ...unsure },
  LAUNCH_TOKEN_TIMES: { status: 401, ...unsure },
  LAUNCH_TOKEN_EXPIRED: {
    status: 401,
    title: 'This link has expired',
    happened: 'It took too long to get here from your course.',
    remedy: clock,
  },
  LAUNCH_TOKEN_FROM_FUTURE: {
    status: 401,
    title: 'Your course site’s clock is ahead',
    happened: 'The link says that it was made in the future.',
    remedy: clock,
  },
  LAUNCH_PLATFORM_KEYS_UNAVAILABLE: {
    status: 424,
    title: 'Your course site did not answer',
    happened: 'Countersign could not check the link with the site that it came from.',
    remedy: 'Wait a minute, go back to your course and open the activity again.',
  },
  LAUNCH_DEPLOYMENT_UNKNOWN: {
    status: 403,
    title: 'Countersign is not switched on here',
    happened: 'Your course site used a connection that your centre has not approved.',
    remedy: administrator,
  },
  LAUNCH_DEPLOYMENT_MISMATCH: { status: 401, ...unsure },
  LAUNCH_VERSION_UNSUPPORTED: {
    status: 400,
    title: 'Your course site uses another version of LTI',
    happened: 'Countersign needs LTI 1.3.',
    remedy: administrator,
  },
  LAUNCH_MESSAGE_UNSUPPORTED: {
    status: 400,
    title: 'Countersign cannot do that',
    happened: 'Your course site asked for something that Countersign does not offer.',
    remedy: 'Open Countersign as an activity in your course.',
  },
  LAUNCH_CLAIM_MISSING: { status: 400, ...unreadable, remedy: tellCentre },
  LAUNCH_CLAIM_INVALID: { status: 400, ...unreadable, remedy: tellCentre },
  LAUNCH_TOOL_FAULT: {
    status: 500,
    title: 'Something went wrong on our side',
    happened: 'Countersign could not open. Nothing of yours is lost.',
    remedy: 'Wait a minute, go back to your course and open the activity again.',
  },
} as const satisfies Record<string, Refusal>;

export type LaunchRefusalCode = keyof typeof refusals;

/** A launch that is not let through. `about` names the parameter or claim, never its value. */
export class LaunchRefused extends Error {
  override readonly name = 'LaunchRefused';
  readonly code: LaunchRefusalCode;
  readonly about: string | null;
  constructor(code: LaunchRefusalCode, about: string | null = null, cause?: unknown) {
    super(about === null ? code : `${code}: ${about}`, { cause });
    this.code = code;
    this.about = about;
  }
}

/** Where the browser cannot prove itself in the frame: the way into a window of its own. */
export class FrameBlocked extends LaunchRefused {
  readonly newWindowPath: string;
  /** The platform's one-time hint was used on the way here, so that the platform itself may refuse the second try. */
  readonly hintSpent: boolean;
  constructor(newWindowPath: string, hintSpent: boolean) {
    super('LAUNCH_FRAME_BLOCKED');
    this.newWindowPath = newWindowPath;
    this.hintSpent = hintSpent;
  }
}
