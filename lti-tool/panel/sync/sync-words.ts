import type { ScoreRow, ScoresView, SentScore } from '../../../shared/api/score-views.ts';
import type { ScoreState } from '../../../shared/domain/score-trouble.ts';
import { number } from '../../../shared/texts/locale.ts';
import { scoresTexts } from '../../../shared/texts/scores.ts';
import { daysAgo } from '../../../shared/words/counted.ts';
import { clockTime, shortDate } from '../parts/dates.ts';
import type { IconName } from '../parts/Icon.tsx';

/** "21:58" today, "12 Nov 21:58" before. */
export const moment = (at: string, now: number): string =>
  daysAgo(at, now) === 0 ? clockTime(at) : `${shortDate(at, now)} ${clockTime(at)}`;

/** The sign of a state. */
export const stateSigns: Readonly<Record<ScoreState, { readonly icon: IconName; readonly tone: string }>> = {
  inStep: { icon: 'confirmed', tone: '' },
  nothingYet: { icon: 'untouched', tone: '' },
  due: { icon: 'shuffle', tone: 'soon' },
  retrying: { icon: 'clock', tone: 'soon' },
  stopped: { icon: 'alert', tone: 'no' },
  changedByHand: { icon: 'close', tone: 'no' },
  keptTheirs: { icon: 'confirmed', tone: '' },
  notEnrolled: { icon: 'alert', tone: 'no' },
};

/** The state in words, with the time of the next try. */
export function stateText({ state, trouble }: Pick<ScoreRow, 'state' | 'trouble'>, now: number): string {
  const words = scoresTexts;
  return state === 'retrying' && trouble?.nextTryAt
    ? words.retryAt(moment(trouble.nextTryAt, now))
    : words.states[state];
}

const rounded = (score: number): number => Math.round(score * 100) / 100;

/** The grade that the gradebook shows, as far as is known: "33", or "38 of 100" on another scale. Null for none. */
export function gradeText({ found, published, total }: Pick<ScoreRow, 'found' | 'published' | 'total'>): string | null {
  if (found?.score != null)
    return found.maximum === null || found.maximum === total
      ? number(rounded(found.score))
      : scoresTexts.of(rounded(found.score), rounded(found.maximum));
  return found !== null || published === null ? null : number(published.scoreGiven);
}

/** What the gradebook shows, "none" where it shows nothing. */
export const gradebookText = (row: Pick<ScoreRow, 'found' | 'published' | 'total'>): string =>
  gradeText(row) ?? scoresTexts.none;

/** What happened and what to do about it; empty where all is well. */
export function whatHappened(row: ScoreRow): string {
  const { state, found, published, trouble } = row;
  const words = scoresTexts;
  if (state === 'changedByHand')
    return published === null
      ? words.typedFirst(gradebookText(row))
      : words.typedOver(published.scoreGiven, gradebookText(row));
  if (state === 'keptTheirs') return words.kept(gradebookText(row));
  if (trouble !== null) {
    const { code, status, reason } = trouble;
    // Where the reason names the status already, the code is enough.
    const known = status === null || reason.includes(`(${status})`) ? code : `${code} ${status}`;
    return words.trouble(reason.replace(/\.$/, ''), known, words.remedies[code]);
  }
  if (row.takingBack) return words.takingBack;
  if (state === 'notEnrolled') return words.notListed;
  return found !== null && state === 'due' ? words.sentAgain : '';
}

/** What the LMS answered to a score. */
export function answerText({ answer, reason }: Pick<SentScore, 'answer' | 'reason'>): string {
  const words = scoresTexts.history.answers;
  return answer === 'retry' || answer === 'refused' ? (reason ?? words.notTaken) : words[answer];
}

/** "36 of 40 gradebook scores are up to date · checked 21:58". */
export function summary({ rows, columns }: ScoresView, now: number): string {
  const words = scoresTexts;
  const sent = rows.filter((row) => row.state !== 'nothingYet');
  if (sent.length === 0) return words.nothingToSend;
  const right = sent.filter((row) => row.state === 'inStep').length;
  const checks = columns.map((column) => column.checkedAt).filter((at) => at !== null);
  const oldest = checks.toSorted()[0];
  const checked = oldest && checks.length === columns.length ? ` · ${words.checked(moment(oldest, now))}` : '';
  return `${words.upToDate(right, sent.length)}${checked}`;
}
