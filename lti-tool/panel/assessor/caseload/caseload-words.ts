import type { Role } from '../../../../shared/domain/roles.ts';
import { caseloadTexts } from '../../../../shared/texts/staff.ts';
import { age, daysAgo } from '../../../../shared/words/counted.ts';
import { shortDate } from '../../parts/dates.ts';
import { type CaseloadFilter, type CaseloadLine, isQuiet } from './caseload-lines.ts';

/** "6 days", "Today". */
export function waitingFor(line: CaseloadLine, now: number): string {
  const words = line.since === null ? '' : age(line.since, now);
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** Why nothing of this learner waits. */
export function restingSentence(line: CaseloadLine, now: number): string {
  const words = caseloadTexts;
  if (line.confirmed === line.total && line.total > 0) return words.allConfirmed;
  const [returned] = line.returned;
  if (returned) return caseloadTexts.returnedOn(returned.title, shortDate(returned.returnedAt, now));
  if (line.neverOpened) return words.neverOpened;
  if (line.lastActivityAt === null) return words.noEvidence;
  if (isQuiet(line, now)) return words.quiet(daysAgo(line.lastActivityAt, now));
  return words.upToDate(shortDate(line.lastActivityAt, now));
}

export function filterNames(role: Role): Readonly<Record<CaseloadFilter, string>> {
  const { awaitingCountersign, ...names } = caseloadTexts.filters;
  return role === 'traineeAssessor' ? { ...names, countersign: awaitingCountersign } : names;
}

/** Hours of the evening and night, by the reader's clock, when the day may be called done. */
const isLate = (now: number): boolean => new Date(now).getHours() >= 20 || new Date(now).getHours() < 5;

/** What the empty caseload says, in place of a table. */
export function nothingWaits(lines: readonly CaseloadLine[], role: Role, now: number): string {
  const words = caseloadTexts;
  if (lines.length === 0) return words.noLearners;
  const ticks = lines.reduce((sum, line) => sum + line.traineeTicks, 0);
  return words.nothingWaits(lines.length, role === 'traineeAssessor' ? ticks : 0, isLate(now));
}
