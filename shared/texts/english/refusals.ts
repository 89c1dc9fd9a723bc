/** What the person reads of a launch that opens nothing: what happened, then what to do. */
type Refusal = { readonly title: string; readonly happened: string; readonly remedy: string };

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

/** By the code of the refusal. */
export const launchRefusalTexts = {
  LAUNCH_NOT_FOUND: {
    title: 'There is nothing at this address',
    happened: 'Countersign has no page here.',
    remedy: 'Open Countersign from your course.',
  },
  LAUNCH_METHOD_NOT_ALLOWED: {
    title: 'This address cannot be opened like that',
    happened: 'It takes part in opening Countersign from a course and does nothing by itself.',
    remedy: 'Open Countersign from your course.',
  },
  LAUNCH_REQUEST_MALFORMED: unreadable,
  LAUNCH_REQUEST_TOO_LARGE: unreadable,
  LAUNCH_CONTENT_TYPE: unreadable,
  LAUNCH_PARAMETER_MISSING: unreadable,
  LAUNCH_PLATFORM_UNKNOWN: {
    title: 'Your course site is not connected yet',
    happened: 'Countersign does not know the site that this link came from.',
    remedy: administrator,
  },
  LAUNCH_TARGET_ELSEWHERE: {
    title: 'This link does not lead to Countersign',
    happened: 'The activity points to another address.',
    remedy: 'Ask the teacher to add the activity again, or tell your centre the code below.',
  },
  LAUNCH_STATE_UNKNOWN: {
    title: 'Open Countersign from your course again',
    happened: 'This page was reloaded or gone back to, and each opening works once. Nothing that you saved is lost.',
    remedy: 'Open the activity again from your course, or reload the page of your course that this is in.',
  },
  LAUNCH_STATE_EXPIRED: {
    title: 'This link has expired',
    happened: 'It waited for more than ten minutes.',
    remedy: again,
  },
  LAUNCH_FRAME_BLOCKED: {
    title: 'One more step to open Countersign',
    happened: 'Your browser does not let Countersign start inside this page.',
    remedy: 'It works in its own window, and you stay signed in.',
  },
  LAUNCH_COOKIES_OFF: {
    title: 'Your browser keeps no cookies of Countersign',
    happened: 'It needs one for a moment, to be sure that it is you who opens it.',
    remedy: 'Allow cookies for this site in your browser’s settings, then open the activity from your course again.',
  },
  LAUNCH_OTHER_BROWSER: {
    title: 'This link belongs to another browser',
    happened: 'It was made for the browser in which the activity was opened.',
    remedy: again,
  },
  LAUNCH_PLATFORM_REFUSED: {
    title: 'Your course site did not let you through',
    happened: 'You may be signed out there, or signed in as somebody else.',
    remedy: 'Sign in to your course site again, then open the activity from the course.',
  },
  LAUNCH_TOKEN_MALFORMED: unreadable,
  LAUNCH_TOKEN_ALGORITHM: unsure,
  LAUNCH_TOKEN_KEY_UNKNOWN: unsure,
  LAUNCH_TOKEN_SIGNATURE: unsure,
  LAUNCH_TOKEN_ISSUER: unsure,
  LAUNCH_TOKEN_AUDIENCE: unsure,
  LAUNCH_TOKEN_NONCE: unsure,
  LAUNCH_TOKEN_TIMES: unsure,
  LAUNCH_TOKEN_EXPIRED: {
    title: 'This link has expired',
    happened: 'It took too long to get here from your course.',
    remedy: clock,
  },
  LAUNCH_TOKEN_FROM_FUTURE: {
    title: 'Your course site’s clock is ahead',
    happened: 'The link says that it was made in the future.',
    remedy: clock,
  },
  LAUNCH_PLATFORM_KEYS_UNAVAILABLE: {
    title: 'Your course site did not answer',
    happened: 'Countersign could not check the link with the site that it came from.',
    remedy: 'Wait a minute, go back to your course and open the activity again.',
  },
  LAUNCH_DEPLOYMENT_UNKNOWN: {
    title: 'Countersign is not switched on here',
    happened: 'Your course site used a connection that your centre has not approved.',
    remedy: administrator,
  },
  LAUNCH_DEPLOYMENT_MISMATCH: unsure,
  LAUNCH_VERSION_UNSUPPORTED: {
    title: 'Your course site uses another version of LTI',
    happened: 'Countersign needs LTI 1.3.',
    remedy: administrator,
  },
  LAUNCH_MESSAGE_UNSUPPORTED: {
    title: 'Countersign cannot do that',
    happened: 'Your course site asked for something that Countersign does not offer.',
    remedy: 'Open Countersign as an activity in your course.',
  },
  LAUNCH_CLAIM_MISSING: { ...unreadable, remedy: tellCentre },
  LAUNCH_CLAIM_INVALID: { ...unreadable, remedy: tellCentre },
  LAUNCH_TOOL_FAULT: {
    title: 'Something went wrong on our side',
    happened: 'Countersign could not open. Nothing of yours is lost.',
    remedy: 'Wait a minute, go back to your course and open the activity again.',
  },
} as const satisfies Record<string, Refusal>;

const newInvitation = 'Ask whoever looks after Countersign for a new invitation.';
const elsewhere = 'Open it from the page of your course site on which external tools are registered.';
const theirs =
  'Try again from your course site. If it keeps happening, give the code below to whoever looks after Countersign.';

/** Why a course site is not registered, and why one that is may not launch yet, by the code of the refusal. */
export const registrationRefusalTexts = {
  LAUNCH_PLATFORM_INACTIVE: {
    title: 'Countersign is not switched on for this course site yet',
    happened: 'The site is registered and waits for whoever invited it.',
    remedy: 'Ask the administrator of your course site to have it activated.',
  },
  REGISTER_INVITATION_MISSING: {
    title: 'An invitation is needed',
    happened: 'Countersign registers a course site only by an invitation of its own.',
    remedy: newInvitation,
  },
  REGISTER_INVITATION_UNKNOWN: {
    title: 'This invitation is not good any more',
    happened: 'An invitation works once, and for a limited time. This one was used, has expired, or never was one.',
    remedy: newInvitation,
  },
  REGISTER_OUTSIDE_PLATFORM: {
    title: 'This address belongs in your course site',
    happened: 'It is an invitation to register Countersign there, and it was not used up by opening it here.',
    remedy: elsewhere,
  },
  REGISTER_ADDRESS: {
    title: 'Your course site has no public address',
    happened: 'Countersign calls only public https addresses, and one that the site named is not.',
    remedy: theirs,
  },
  REGISTER_HOST: {
    title: 'This invitation is for another course site',
    happened: 'The site is not the one that was invited, or speaks for another.',
    remedy: newInvitation,
  },
  REGISTER_UNREACHABLE: {
    title: 'Your course site did not answer',
    happened: 'Countersign could not read the site’s description of itself, or got no answer when it registered there.',
    remedy: theirs,
  },
  REGISTER_CONFIGURATION: {
    title: 'Your course site’s description could not be read',
    happened: 'What the site says of itself is incomplete or damaged.',
    remedy: theirs,
  },
  REGISTER_UNSUPPORTED: {
    title: 'Your course site cannot work with Countersign',
    happened: 'It lacks something that LTI 1.3 tools need: RS256 keys, or launches from a resource link.',
    remedy: theirs,
  },
  REGISTER_REFUSED: {
    title: 'Your course site did not take the registration',
    happened: 'It was asked to add Countersign and said no.',
    remedy: theirs,
  },
  REGISTER_KNOWN: {
    title: 'This course site is registered already',
    happened: 'Countersign has a connection with the same client id. It was left as it is.',
    remedy: 'Ask whoever looks after Countersign to remove the old connection first.',
  },
} as const satisfies Record<string, Refusal>;
