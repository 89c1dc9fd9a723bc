/** What an administrator checks, most likely first. */
type HelpEntry = { readonly check: readonly string[]; readonly moodle?: string; readonly canvas?: string };

const again: HelpEntry = {
  check: [
    'Open the activity again from the course: each opening works once, for ten minutes, in one browser.',
    'If everybody sees it, check whether something between browser and tool changes or repeats requests.',
  ],
};
const unreadable: HelpEntry = {
  check: [
    'The course site sent something that is not a launch of LTI 1.3, or a proxy changed it. The log names the part at fault.',
    'Somebody may have opened an address by hand: open the activity from the course.',
  ],
  moodle: 'The tool was saved as LTI 1.0/1.1: choose LTI 1.3.',
};
const wrongKey: HelpEntry = {
  check: [
    'The key set address of the connection is that of another site: compare "platform list" with the course site.',
    'The course site changed its key less than 30 seconds ago: try again.',
  ],
  canvas: 'Production, beta and test have key sets of their own: do not mix them.',
};
const notOurs: HelpEntry = {
  check: [
    'The answer of the course site does not belong to the request: issuer and client id of the connection must be those of the site, letter for letter.',
    'If the settings are right, somebody may be trying something: keep the log.',
  ],
};
const clocks: HelpEntry = {
  check: ['The clocks of the two machines may be 60 seconds apart at most: switch on time synchronisation on both.'],
};
const claim: HelpEntry = {
  check: [
    'The log and the page name the part of the message at fault.',
    'Where it names an address (endpoint, namesroleservice): the course site’s own address is not public https.',
    'Where it names a custom parameter: one is longer than 2,048 characters, or there are more than 200.',
  ],
};
const invitation: HelpEntry = {
  check: [
    'Make a new invitation: npm run admin -- platform invite. It works once, for a day unless told otherwise.',
    'Copy the whole address: it ends with 43 letters and signs after "invitation=".',
  ],
};
const theirFault: HelpEntry = {
  check: [
    'The tool’s log has the reason ("registration failed at the platform").',
    'Begin again in the course site. The same invitation works up to five times after a fault of the site.',
  ],
};

/** By the code of a refusal. */
export const helpTexts = {
  LAUNCH_PLATFORM_UNKNOWN: {
    check: [
      'Issuer and client id in "npm run admin -- platform list" must be the course site’s own, letter for letter.',
    ],
    moodle: 'The issuer is the Platform ID: the site’s address without a slash at its end.',
    canvas: 'The issuer is https://canvas.instructure.com whatever the school’s host; beta and test have their own.',
  },
  LAUNCH_PLATFORM_INACTIVE: {
    check: ['The site registered itself and waits: npm run admin -- platform list, then platform activate.'],
  },
  LAUNCH_DEPLOYMENT_UNKNOWN: {
    check: [
      'The connection names other deployments than the one that launched: see "platform list".',
      'Run "platform add" again with the right --deployment-id, or without one.',
    ],
  },
  LAUNCH_DEPLOYMENT_MISMATCH: notOurs,
  LAUNCH_TARGET_ELSEWHERE: {
    check: ['The tool’s address in the course site and PUBLIC_URL must have the same scheme, host and port.'],
  },
  LAUNCH_MESSAGE_UNSUPPORTED: {
    check: ['A link in the course site asks for something else than opening, adding or reviewing: change its type.'],
  },
  LAUNCH_VERSION_UNSUPPORTED: { check: ['Choose LTI 1.3 for the tool in the course site.'] },
  LAUNCH_PLATFORM_KEYS_UNAVAILABLE: {
    check: [
      'The tool’s machine must reach the course site’s key set by https within 5 seconds: address, firewall, certificate. The log says why ("key set unavailable").',
      'A course site on a private network address is refused outside development.',
    ],
  },
  LAUNCH_PLATFORM_REFUSED: {
    check: ['The person is signed out of the course site, or signed in as somebody else in another tab.'],
    canvas: 'The developer key is off, or its redirect URI differs.',
  },
  LAUNCH_FRAME_BLOCKED: {
    check: ['The browser keeps nothing in frames. The page offers a new window, where it works.'],
    moodle: 'For everybody: Default launch container, New window.',
  },
  LAUNCH_COOKIES_OFF: {
    check: [
      'The browser blocks all cookies, in windows of their own too, or a proxy takes them out of answers.',
      'Cookies named cs_launch_… of the tool’s host have to be kept for ten minutes; Countersign has no others.',
    ],
  },
  LAUNCH_STATE_UNKNOWN: again,
  LAUNCH_STATE_EXPIRED: again,
  LAUNCH_OTHER_BROWSER: again,
  LAUNCH_NOT_FOUND: unreadable,
  LAUNCH_METHOD_NOT_ALLOWED: unreadable,
  LAUNCH_REQUEST_MALFORMED: unreadable,
  LAUNCH_REQUEST_TOO_LARGE: unreadable,
  LAUNCH_CONTENT_TYPE: unreadable,
  LAUNCH_PARAMETER_MISSING: unreadable,
  LAUNCH_TOKEN_MALFORMED: unreadable,
  LAUNCH_TOKEN_ALGORITHM: wrongKey,
  LAUNCH_TOKEN_KEY_UNKNOWN: wrongKey,
  LAUNCH_TOKEN_SIGNATURE: wrongKey,
  LAUNCH_TOKEN_ISSUER: notOurs,
  LAUNCH_TOKEN_AUDIENCE: notOurs,
  LAUNCH_TOKEN_NONCE: notOurs,
  LAUNCH_TOKEN_TIMES: clocks,
  LAUNCH_TOKEN_EXPIRED: clocks,
  LAUNCH_TOKEN_FROM_FUTURE: clocks,
  LAUNCH_CLAIM_MISSING: claim,
  LAUNCH_CLAIM_INVALID: claim,
  LAUNCH_TOOL_FAULT: {
    check: ['The tool’s own log has the reason ("launch failed"): often the database, or another SECRET than before.'],
  },
  REGISTER_INVITATION_MISSING: invitation,
  REGISTER_INVITATION_UNKNOWN: invitation,
  REGISTER_OUTSIDE_PLATFORM: {
    check: ['Paste the address into the course site instead of opening it. It is still good.'],
    moodle: 'Site administration, Plugins, External tool, Manage tools: Tool URL, then "Add LTI Advantage".',
    canvas: 'Admin, Apps, Manage, Install a New App: Dynamic Registration.',
  },
  REGISTER_ADDRESS: {
    check: [
      'The course site names an address that is not public https: its own address setting, or a name that leads to a private network.',
      'For development set ALLOW_LOCAL_PLATFORMS=true.',
    ],
    moodle: 'wwwroot in config.php must be the https address that the tool’s machine can reach.',
  },
  REGISTER_HOST: {
    check: [
      'The invitation was made for another host: see --issuer-host of "platform invite".',
      'The site’s description names an issuer on another host than its own: its address is set wrongly.',
    ],
    canvas: 'The host is that of the issuer, canvas.instructure.com, not the school’s.',
  },
  REGISTER_UNREACHABLE: theirFault,
  REGISTER_CONFIGURATION: theirFault,
  REGISTER_UNSUPPORTED: { check: ['The course site needs LTI 1.3 with RS256 keys and resource link launches.'] },
  REGISTER_REFUSED: {
    check: [
      'The course site’s token may be used up or more than an hour old: begin again there.',
      'The person needs the right to add tools for the whole site.',
    ],
  },
  REGISTER_KNOWN: {
    check: [
      'There is a connection with this client id: npm run admin -- platform list, and "platform remove" if it is not wanted.',
    ],
  },
  noRole: {
    check: [
      'The course site sent no role that Countersign knows: open it from a course in which the person takes part.',
      'Or give the person a role: npm run admin -- person role.',
    ],
    canvas: 'Designers and observers have none.',
  },
  contentNotAllowed: {
    check: [
      'Adding activities is for staff of the course: assessors and managers. See the person’s role in Countersign.',
    ],
  },
  contentNotTaken: {
    check: [
      'The place in the course site takes no LTI links: add Countersign where activities or assignments are added.',
    ],
    canvas: 'Use the placements assignment_selection and link_selection.',
  },
  anonymousLaunch: { check: ['The course site sent no user: let it send the user’s id with launches.'] },
} as const satisfies Record<string, HelpEntry>;

export const helpPageTexts = {
  inMoodle: (what: string) => `In Moodle: ${what}`,
  inCanvas: (what: string) => `In Canvas: ${what}`,
  forWhom: 'For whoever looks after the connection',
  link: 'Help for administrators',
};
