import type { CaseloadRow, CaseloadView } from '../../../../shared/api/caseload-views.ts';
import type { EvidenceId } from '../../../../shared/domain/ids.ts';
import type { Instant } from '../../../../shared/domain/instant.ts';
import type { Role } from '../../../../shared/domain/roles.ts';
import { byName } from '../../../../shared/texts/locale.ts';
import { daysAgo } from '../../../../shared/words/counted.ts';

/** A learner on the caseload as the reader's role sees them. */
export type CaseloadLine = Pick<
  CaseloadRow,
  | 'enrolmentId'
  | 'learner'
  | 'left'
  | 'neverOpened'
  | 'assessorIds'
  | 'confirmed'
  | 'total'
  | 'awaiting'
  | 'learnerTicks'
  | 'traineeTicks'
  | 'lastActivityAt'
  | 'returned'
> & {
  /** Criteria that wait for the reader. */
  readonly count: number;
  /** Since when the oldest of what is open waits; null where nothing does. */
  readonly since: Instant | null;
  /** Evidence that waits for the reader, oldest first. */
  readonly waiting: CaseloadRow['waiting'];
  /** Evidence with nothing unconfirmed whose review the reader has to finish. */
  readonly unfinished: CaseloadRow['unfinished'];
  /** Evidence on which an IQA asks for action. */
  readonly actions: CaseloadRow['actions'];
  /** All of it, oldest first, each item once: what the reader goes through. */
  readonly open: ReadonlyArray<{ readonly evidenceId: EvidenceId; readonly title: string; readonly since: Instant }>;
};

/** Longest waiting first, then those with nothing waiting by name. A trainee assessor waits for nothing they assessed already. */
export function caseloadLines(view: CaseloadView, role: Role): CaseloadLine[] {
  const trainee = role === 'traineeAssessor';
  const lines = view.rows.map((row) => {
    const waiting = (trainee ? row.waiting.filter((item) => item.toAssess > 0) : [...row.waiting]).sort((a, b) =>
      a.submittedAt < b.submittedAt ? -1 : 1,
    );
    const count = waiting.reduce((sum, item) => sum + (trainee ? item.toAssess : item.unconfirmed), 0);
    // Only a qualified assessor finishes a review.
    const unfinished = trainee ? [] : row.unfinished;
    const actions = trainee ? [] : row.actions;
    const open = [
      ...[...waiting, ...unfinished].map(({ evidenceId, title, submittedAt: since }) => ({ evidenceId, title, since })),
      ...actions.map(({ evidenceId, title, askedAt: since }) => ({ evidenceId, title, since })),
    ]
      .sort((a, b) => (a.since < b.since ? -1 : 1))
      .filter((item, place, all) => all.findIndex(({ evidenceId }) => evidenceId === item.evidenceId) === place);
    return { ...row, waiting, unfinished, actions, open, count, since: open[0]?.since ?? null };
  });
  return lines.sort(
    (a, b) =>
      Number(a.since === null) - Number(b.since === null) ||
      (a.since ?? '').localeCompare(b.since ?? '') ||
      byName(a.learner.name, b.learner.name),
  );
}

export const caseloadFilters = ['waiting', 'countersign', 'unfinished', 'actions', 'returned', 'quiet', 'all'] as const;
export type CaseloadFilter = (typeof caseloadFilters)[number];

/** Days without any activity after which a learner counts as quiet. */
const quietAfterDays = 30;

/** Whether a learner has let 30 days go by, with criteria still to do. */
export const isQuiet = (line: CaseloadLine, now: number): boolean =>
  line.confirmed < line.total && line.lastActivityAt !== null && daysAgo(line.lastActivityAt, now) >= quietAfterDays;

/** Whether a trainee assessor asks for a countersign on something of this learner's. */
export const isHandedOver = (line: Pick<CaseloadLine, 'waiting'>): boolean =>
  line.waiting.some((item) => item.handedOverAt !== null);

const passes: Readonly<Record<CaseloadFilter, (line: CaseloadLine, now: number) => boolean>> = {
  waiting: (line) => line.open.length > 0,
  countersign: (line) => line.traineeTicks > 0 || isHandedOver(line),
  unfinished: (line) => line.unfinished.length > 0,
  actions: (line) => line.actions.length > 0,
  returned: (line) => line.returned.length > 0,
  quiet: isQuiet,
  all: () => true,
};

/** The lines behind a filter, and of those the ones whose name contains every word of the search. */
export function filteredLines(
  lines: readonly CaseloadLine[],
  filter: CaseloadFilter,
  query: string,
  now: number,
): CaseloadLine[] {
  const words = query.toLowerCase().split(/\s+/).filter(Boolean);
  return lines.filter(
    (line) => passes[filter](line, now) && words.every((word) => line.learner.name.toLowerCase().includes(word)),
  );
}
