import type { MatrixView } from '../../shared/api/caseload-views.ts';
import type { QualificationView } from '../../shared/api/views.ts';
import { type EnrolmentId, type PersonId, parseId, type QualificationId } from '../../shared/domain/ids.ts';
import { letterOf, type Standing } from '../../shared/domain/standing.ts';
import { aSpecification } from './specification.ts';
import { seededRandom } from './statistics.ts';

/** How common each standing is in the middle of a year. */
const shares: ReadonlyArray<readonly [Standing, number]> = [
  ['confirmed', 0.35],
  ['awaitingAssessor', 0.15],
  ['awaitingCountersign', 0.05],
  ['notAgreed', 0.04],
  ['reopened', 0.01],
  ['draft', 0.05],
  ['untouched', 0.35],
];

/** The replies that the matrix is drawn from, for a centre of that size. */
export function madeMatrix(learners: number, criteria: number) {
  const random = seededRandom(learners + criteria);
  const id = parseId<QualificationId>('qualification');
  const specification = aSpecification('bench/matrix', criteria);
  const letter = (): string => {
    let left = random();
    for (const [standing, share] of shares) {
      left -= share;
      if (left < 0) return letterOf(standing);
    }
    return letterOf('untouched');
  };
  const rows = Array.from({ length: learners }, (_, index) => {
    const letters = Array.from({ length: criteria }, letter).join('');
    return {
      enrolmentId: parseId<EnrolmentId>(`enrolment-${index}`),
      name: `Learner Number ${index + 1}`,
      assessorIds: [parseId<PersonId>(`assessor-${index % 12}`)],
      confirmed: [...letters].filter((one) => one === letterOf('confirmed')).length,
      total: criteria,
      waits: specification.units.map(({ ref }) => ({ unitRef: ref, since: '2026-11-01T09:00:00.000Z' })),
      letters,
    };
  });
  const assessors = Array.from({ length: 12 }, (_, index) => {
    const name = `Assessor ${index + 1}`;
    return { id: parseId<PersonId>(`assessor-${index}`), name, givenName: name };
  });
  const matrix = { qualificationId: id, assessors, rows } satisfies Partial<MatrixView>;
  // The wire has lists where the domain has read-only ones.
  const qualification = JSON.parse(JSON.stringify({ id, ...specification })) as QualificationView;
  return { matrix, qualification };
}
