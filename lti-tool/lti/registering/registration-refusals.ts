import type { Refusal } from '../refusal.ts';

const newInvitation = 'Ask whoever looks after Countersign for a new invitation.';
const elsewhere = 'Open it from the page of your course site on which external tools are registered.';
const theirs =
  'Try again from your course site. If it keeps happening, give the code below to whoever looks after Countersign.';

/** Reasons for which a course site is not registered, and why one that is may not launch yet. */
export const registrationRefusals = {
  LAUNCH_PLATFORM_INACTIVE: {
    status: 403,
    title: 'Countersign is not switched on for this course site yet',
    happened: 'The site is registered and waits for whoever invited it.',
    remedy: 'Ask the administrator of your course site to have it activated.',
  },
  REGISTER_INVITATION_MISSING: {
    status: 403,
    title: 'An invitation is needed',
    happened: 'Countersign registers a course site only by an invitation of its own.',
    remedy: newInvitation,
  },
  REGISTER_INVITATION_UNKNOWN: {
    status: 403,
    title: 'This invitation is not good any more',
    happened: 'An invitation works once, and for a limited time. This one was used, has expired, or never was one.',
    remedy: newInvitation,
  },
  REGISTER_OUTSIDE_PLATFORM: {
    status: 400,
    title: 'This address belongs in your course site',
    happened: 'It is an invitation to register Countersign there, and it was not used up by opening it here.',
    remedy: elsewhere,
  },
  REGISTER_ADDRESS: {
    status: 400,
    title: 'Your course site has no public address',
    happened: 'Countersign calls only public https addresses, and one that the site named is not.',
    remedy: theirs,
  },
  REGISTER_HOST: {
    status: 403,
    title: 'This invitation is for another course site',
    happened: 'The site is not the one that was invited, or speaks for another.',
    remedy: newInvitation,
  },
  REGISTER_UNREACHABLE: {
    status: 424,
    title: 'Your course site did not answer',
    happened: 'Countersign could not read the site’s description of itself, or got no answer when it registered there.',
    remedy: theirs,
  },
  REGISTER_CONFIGURATION: {
    status: 424,
    title: 'Your course site’s description could not be read',
    happened: 'What the site says of itself is incomplete or damaged.',
    remedy: theirs,
  },
  REGISTER_UNSUPPORTED: {
    status: 424,
    title: 'Your course site cannot work with Countersign',
    happened: 'It lacks something that LTI 1.3 tools need: RS256 keys, or launches from a resource link.',
    remedy: theirs,
  },
  REGISTER_REFUSED: {
    status: 424,
    title: 'Your course site did not take the registration',
    happened: 'It was asked to add Countersign and said no.',
    remedy: theirs,
  },
  REGISTER_KNOWN: {
    status: 409,
    title: 'This course site is registered already',
    happened: 'Countersign has a connection with the same client id. It was left as it is.',
    remedy: 'Ask whoever looks after Countersign to remove the old connection first.',
  },
} as const satisfies Record<string, Refusal>;
