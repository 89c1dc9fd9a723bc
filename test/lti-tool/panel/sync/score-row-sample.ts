import type { ScoreRow, ScoresView } from '../../../../shared/api/score-views.ts';
import { type EnrolmentId, type PersonId, parseId } from '../../../../shared/domain/ids.ts';

export const now = Date.parse('2026-11-23T22:00:00.000Z');
export const at = '2026-11-23T21:58:00.000Z';

/** A learner whose score is up to date. */
export function scoreRow(name: string, changes: Partial<ScoreRow> = {}): ScoreRow {
  const id = name.replace(/\W/g, '');
  return {
    enrolmentId: parseId<EnrolmentId>(`E-${id}`),
    learner: { id: parseId<PersonId>(`P-${id}`), name, givenName: name.split(' ')[0] ?? name },
    unitRef: null,
    takingBack: false,
    confirmed: 33,
    total: 81,
    state: 'inStep',
    published: { scoreGiven: 33, scoreMaximum: 81, at },
    found: null,
    trouble: null,
    ...changes,
  };
}

export const trouble = (changes: Partial<NonNullable<ScoreRow['trouble']>> = {}): NonNullable<ScoreRow['trouble']> => ({
  ...{ code: 'unreachable', reason: 'The platform did not answer in time.', status: null, attempts: 2, at },
  nextTryAt: '2026-11-23T22:14:00.000Z',
  ...changes,
});

export const scoresView = (rows: readonly ScoreRow[], changes: Partial<ScoresView> = {}): ScoresView => ({
  platform: 'College Moodle',
  pausedSince: null,
  mayManage: true,
  scoreColumns: 'one',
  unitColumns: 12,
  columns: [{ unitRef: null, maximum: 81, refusedMaximum: null, checkedAt: at, checkFault: null }],
  rows: [...rows],
  ...changes,
});
