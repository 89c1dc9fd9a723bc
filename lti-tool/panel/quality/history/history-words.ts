import type { CriterionEntryView, HistoryItem } from '../../../../shared/api/quality-views.ts';
import { historyTexts } from '../../../../shared/texts/history.ts';

/** "confirmed it again", "submitted the evidence". */
export function whatHappened({ what, before, after }: Pick<CriterionEntryView, 'what' | 'before' | 'after'>): string {
  const words = historyTexts.what;
  if (what.kind === 'sample') return words[what.outcome];
  if (what.kind === 'status') return words[what.after];
  if (what.kind === 'notMet') return words.notMet;
  const how = historyTexts.how[what.how];
  if (what.column === 'learner') return (what.on ? words.learnerTicked : words.learnerUnticked) + how;
  if (what.column === 'trainee') return (what.on ? words.traineeTicked : words.traineeUnticked) + how;
  if (!what.on) return words.unconfirmed + how;
  if (before === 'reopened') return words.confirmedAgain + how;
  return (before === 'awaitingCountersign' && after === 'confirmed' ? words.countersigned : words.confirmed) + how;
}

/** What was said with it; empty where nothing was. */
export const feedbackOf = ({ what }: Pick<CriterionEntryView, 'what'>): string =>
  what.kind === 'tick' ? '' : what.feedback;

/** Whether an item's record can be relied on, in a sentence. */
export function recordSentence({ entries, brokenAt, fits }: HistoryItem['record']): {
  readonly whole: boolean;
  readonly sentence: string;
} {
  const words = historyTexts;
  if (brokenAt !== null) return { whole: false, sentence: words.brokenAt(brokenAt + 1, entries) };
  if (!fits) return { whole: false, sentence: words.doesNotFit(entries) };
  return { whole: true, sentence: words.whole(entries) };
}
