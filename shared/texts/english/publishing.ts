import { number } from '../locale.ts';
import { counted } from '../plurals.ts';
/** What goes to the gradebook with a score, and why one has not gone. */
export const publishingTexts = {
  /** Beside the score, in the gradebook. */
  comment: (confirmed: number, total: number, awaiting: number) => {
    const waits = `; ${counted(awaiting, { one: 'awaits an assessor', other: 'await an assessor' })}`;
    return `${number(confirmed)} of ${number(total)} criteria confirmed${awaiting === 0 ? '' : waits}`;
  },
  unitDropped: 'This unit does not count any more',
  noColumnForActivity: 'The LMS offers no gradebook column for this activity.',
  noColumnHere: 'The LMS offers no gradebook column here.',
  columnBusy: 'The gradebook column is being made.',
  columnDeleted: 'The gradebook column of this activity was deleted.',
  columnGone: 'The gradebook column is gone.',
  notKept: 'The LMS accepted this score three times and did not keep it.',
  keepsTyped: 'The LMS keeps the grade that was typed there by hand.',
  noUnits: 'No units are chosen yet.',
  clockBehind: 'The clock here is behind the last score sent.',
  laterTime: 'The LMS holds a grade with a later time.',
  notStored: 'The LMS works, but does not store this score (500).',
};

/** Why the list of who is in a course was not read. */
export const rosterTexts = {
  notConnected: 'The platform is not connected any more.',
  empty: 'The platform’s list of people is empty.',
};

/** What went wrong at an LMS's service, by its HTTP status where it answered. */
export const platformFaultTexts = {
  lasting: {
    400: 'The platform did not accept the request (400).',
    401: 'The platform does not accept this tool’s access (401). Check that the service is switched on for this tool there.',
    403: 'The platform does not allow this tool to do that (403). Check that the service is switched on for this tool there.',
    404: 'The platform has nothing at this address any more (404).',
  },
  patience: (status: number) => `The platform is busy and asks us to wait (${status}).`,
  failed: (status: number) => `The platform failed (${status}).`,
  slow: (status: number) => `The platform was too slow (${status}).`,
  refused: (status: number) => `The platform refused (${status}).`,
  redirected: (status: number) =>
    `The platform sent us on to another address (${status}), which is not followed with its access token.`,
  noAccessToService:
    'The platform does not give this tool access to this service. Check that it is switched on for this tool there.',
  noToken: 'The platform’s token address did not answer with a token.',
  noAccess: (status: number) =>
    `The platform did not give this tool access (${status}). Check the client id and the key set address there, and that the services are switched on.`,
  tokenDown: (status: number) => `The platform’s token address is busy or down (${status}).`,
  resultsUnreadable: 'The platform’s list of results could not be read.',
  columnUnreadable: 'The platform’s description of the gradebook column could not be read.',
  privateAddress: 'The platform’s name leads to a private network address.',
  tooLarge: 'The platform’s answer was too large.',
  notPublic: 'The platform’s address is not a public https address.',
  serviceNotPublic: 'The service’s address is not a public https address.',
  timeout: 'The platform did not answer in time.',
  unreachable: 'The platform could not be reached.',
  disconnected: 'This platform is not connected any more. Connect it again.',
  endless: 'The platform’s list never ends.',
};
