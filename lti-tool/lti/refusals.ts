import { launchRefusalTexts, registrationRefusalTexts } from '../../shared/texts/refusals.ts';

/** Every reason for which the LTI edge opens nothing, and its HTTP status. The code is what logs, tests and support desks go by. */
export const refusalStatuses = {
  LAUNCH_NOT_FOUND: 404,
  LAUNCH_METHOD_NOT_ALLOWED: 405,
  LAUNCH_REQUEST_MALFORMED: 400,
  LAUNCH_REQUEST_TOO_LARGE: 413,
  LAUNCH_CONTENT_TYPE: 415,
  LAUNCH_PARAMETER_MISSING: 400,
  LAUNCH_PLATFORM_UNKNOWN: 403,
  LAUNCH_TARGET_ELSEWHERE: 400,
  LAUNCH_STATE_UNKNOWN: 403,
  LAUNCH_STATE_EXPIRED: 403,
  LAUNCH_FRAME_BLOCKED: 403,
  LAUNCH_COOKIES_OFF: 403,
  LAUNCH_OTHER_BROWSER: 403,
  LAUNCH_PLATFORM_REFUSED: 403,
  LAUNCH_TOKEN_MALFORMED: 400,
  LAUNCH_TOKEN_ALGORITHM: 401,
  LAUNCH_TOKEN_KEY_UNKNOWN: 401,
  LAUNCH_TOKEN_SIGNATURE: 401,
  LAUNCH_TOKEN_ISSUER: 401,
  LAUNCH_TOKEN_AUDIENCE: 401,
  LAUNCH_TOKEN_NONCE: 401,
  LAUNCH_TOKEN_TIMES: 401,
  LAUNCH_TOKEN_EXPIRED: 401,
  LAUNCH_TOKEN_FROM_FUTURE: 401,
  LAUNCH_PLATFORM_KEYS_UNAVAILABLE: 424,
  LAUNCH_DEPLOYMENT_UNKNOWN: 403,
  LAUNCH_DEPLOYMENT_MISMATCH: 401,
  LAUNCH_VERSION_UNSUPPORTED: 400,
  LAUNCH_MESSAGE_UNSUPPORTED: 400,
  LAUNCH_CLAIM_MISSING: 400,
  LAUNCH_CLAIM_INVALID: 400,
  LAUNCH_TOOL_FAULT: 500,
  LAUNCH_PLATFORM_INACTIVE: 403,
  REGISTER_INVITATION_MISSING: 403,
  REGISTER_INVITATION_UNKNOWN: 403,
  REGISTER_OUTSIDE_PLATFORM: 400,
  REGISTER_ADDRESS: 400,
  REGISTER_HOST: 403,
  REGISTER_UNREACHABLE: 424,
  REGISTER_CONFIGURATION: 424,
  REGISTER_UNSUPPORTED: 424,
  REGISTER_REFUSED: 424,
  REGISTER_KNOWN: 409,
} as const;

export type LaunchRefusalCode = keyof typeof refusalStatuses;

/** What the person reads: what happened, then what to do. */
export const refusalTexts: Readonly<
  Record<LaunchRefusalCode, { readonly title: string; readonly happened: string; readonly remedy: string }>
> = { ...launchRefusalTexts, ...registrationRefusalTexts };

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
