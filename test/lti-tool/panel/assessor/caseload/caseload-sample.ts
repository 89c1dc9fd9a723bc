import type { CaseloadRow } from '../../../../../shared/api/caseload-views.ts';
import { type EnrolmentId, type EvidenceId, type PersonId, parseId } from '../../../../../shared/domain/ids.ts';

type Waiting = Partial<CaseloadRow['waiting'][number]> & { readonly at: string };

/** One waiting item: submitted that day of November 2026, with two learner ticks unless said otherwise. */
const waits = ({ at, ...part }: Waiting): CaseloadRow['waiting'][number] => ({
  evidenceId: parseId<EvidenceId>(`EV${at}`),
  title: `Sent ${at}`,
  submittedAt: `2026-11-${at}T10:00:00.000Z`,
  unconfirmed: 2,
  learnerTicks: 2,
  traineeTicks: 0,
  toAssess: 2,
  handedOverAt: null,
  ...part,
});

const slug = (name: string): string => name.replace(/\W/g, '');

/** A caseload row whose sums follow from what waits. */
export function row(name: string, waiting: readonly Waiting[] = [], part: Partial<CaseloadRow> = {}): CaseloadRow {
  const items = waiting.map(waits);
  const sum = (key: 'unconfirmed' | 'learnerTicks' | 'traineeTicks' | 'toAssess') =>
    items.reduce((total, item) => total + item[key], 0);
  return {
    enrolmentId: parseId<EnrolmentId>(`E-${slug(name)}`),
    learner: { id: parseId<PersonId>(`L-${slug(name)}`), name, givenName: name },
    assessorIds: [],
    confirmed: 3,
    total: 10,
    awaiting: sum('unconfirmed'),
    unconfirmed: sum('unconfirmed'),
    learnerTicks: sum('learnerTicks'),
    traineeTicks: sum('traineeTicks'),
    toAssess: sum('toAssess'),
    oldestWaitingAt: items[0]?.submittedAt ?? null,
    lastActivityAt: '2026-11-20T10:00:00.000Z',
    waiting: items,
    unfinished: [],
    returned: [],
    actions: [],
    ...part,
  };
}
