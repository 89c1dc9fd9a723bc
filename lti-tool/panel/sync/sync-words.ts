import type { ScoreRow, ScoresView, SentScore } from '../../../shared/api/score-views.ts';
import type { ScoreState, ScoreTrouble } from '../../../shared/domain/score-trouble.ts';
import { clockTime, daysAgo, shortDate } from '../parts/dates.ts';
import type { IconName } from '../parts/Icon.tsx';

/** "21:58" today, "12 Nov 21:58" before. */
export const moment = (at: string, now: number): string =>
  daysAgo(at, now) === 0 ? clockTime(at) : `${shortDate(at, now)} ${clockTime(at)}`;

/** What to do about a score that waits for a person. Nothing for what passes by itself. */
const remedies: Readonly<Record<ScoreTrouble, string>> = {
  unreachable: '',
  busy: '',
  failed: '',
  clockBehind: 'It is sent when the time has come; ask whoever runs Countersign to check its clock.',
  laterScore: '',
  columnBusy: '',
  noColumn: 'Switch grading on in the activity’s settings, open the activity again, then try.',
  columnGone: 'Switch grading on in the activity’s settings, open the activity again, then try.',
  noUnits: 'Choose the learner’s units, then try.',
  learnerGone: 'Enrol them in the course again, then try.',
  locked: 'Unlock the grade or its column in the LMS, then try.',
  notAllowed: 'Ask the LMS administrator to allow this tool to send grades, then try.',
  refused: 'Check in the LMS that this person is a learner of the course, then try.',
  overridden: 'Remove the override in the LMS gradebook, then try.',
  notKept: 'Look at the grade in the LMS, then try.',
  laterScoreStays: 'Look at the grade in the LMS; if ours should count, try.',
};

/** The short name and sign of a state. */
export const stateNames: Readonly<
  Record<ScoreState, { readonly name: string; readonly icon: IconName; readonly tone: string }>
> = {
  inStep: { name: 'Up to date', icon: 'confirmed', tone: '' },
  nothingYet: { name: 'Nothing to send yet', icon: 'untouched', tone: '' },
  due: { name: 'Sending', icon: 'shuffle', tone: 'soon' },
  retrying: { name: 'Will retry', icon: 'clock', tone: 'soon' },
  stopped: { name: 'Stopped', icon: 'alert', tone: 'no' },
  changedByHand: { name: 'Changed by hand', icon: 'close', tone: 'no' },
  keptTheirs: { name: 'LMS grade kept', icon: 'confirmed', tone: '' },
  notEnrolled: { name: 'Not enrolled', icon: 'alert', tone: 'no' },
};

/** The state in words, with the time of the next try. */
export function stateText({ state, trouble }: Pick<ScoreRow, 'state' | 'trouble'>, now: number): string {
  const { name } = stateNames[state];
  return state === 'retrying' && trouble?.nextTryAt ? `${name} ${moment(trouble.nextTryAt, now)}` : name;
}

const points = (score: number): string => String(Math.round(score * 100) / 100);

/** What the gradebook shows, as far as is known: "33", "38 of 100" on another scale, or "none". */
export function gradebookText({ found, published, total }: Pick<ScoreRow, 'found' | 'published' | 'total'>): string {
  if (found?.score != null)
    return found.maximum === null || found.maximum === total
      ? points(found.score)
      : `${points(found.score)} of ${points(found.maximum)}`;
  return found !== null || published === null ? 'none' : String(published.scoreGiven);
}

/** What happened and what to do about it; empty where all is well. */
export function whatHappened(row: ScoreRow): string {
  const { state, found, published, trouble } = row;
  if (state === 'changedByHand')
    return published === null
      ? `Somebody typed ${gradebookText(row)} into the gradebook before our first score.`
      : `Somebody changed ${published.scoreGiven} to ${gradebookText(row)} in the gradebook by hand.`;
  if (state === 'keptTheirs')
    return `A manager keeps the grade in the gradebook (${gradebookText(row)}). Nothing is sent.`;
  if (trouble !== null) {
    const { code, status, reason } = trouble;
    // Where the reason names the status already, the code is enough.
    const known = status === null || reason.includes(`(${status})`) ? code : `${code} ${status}`;
    return `${reason.replace(/\.$/, '')} (code ${known}). ${remedies[code]}`.trim();
  }
  if (row.takingBack) return 'This unit does not count any more: its score is taken back.';
  if (state === 'notEnrolled') return 'The LMS does not list this person in the course any more.';
  return found !== null && state === 'due' ? 'The LMS did not keep the last score; it is sent again.' : '';
}

/** What the LMS answered to a score. */
export function answerText({ answer, reason }: Pick<SentScore, 'answer' | 'reason'>): string {
  switch (answer) {
    case 'accepted':
      return 'The LMS took it.';
    case 'stale':
      return 'The LMS held a grade with a later time.';
    case 'lineItemGone':
      return 'The gradebook column was gone.';
    case 'unknown':
      return 'The answer never came.';
    case 'retry':
    case 'refused':
      return reason ?? 'The LMS did not take it.';
  }
}

/** "36 of 40 gradebook scores are up to date · checked 21:58". */
export function summary({ rows, columns }: ScoresView, now: number): string {
  const sent = rows.filter((row) => row.state !== 'nothingYet');
  const right = sent.filter((row) => row.state === 'inStep').length;
  const checks = columns.map((column) => column.checkedAt).filter((at) => at !== null);
  const oldest = checks.toSorted()[0];
  const checked = oldest && checks.length === columns.length ? ` · checked ${moment(oldest, now)}` : '';
  if (sent.length === 0) return 'Nothing is confirmed yet, so there is nothing to send';
  return `${right} of ${sent.length} gradebook ${sent.length === 1 ? 'score is' : 'scores are'} up to date${checked}`;
}
