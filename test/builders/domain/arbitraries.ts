import fc from 'fast-check';
import { type Column, type Evidence, evidenceStatuses, type Tick } from '../../../shared/domain/evidence.ts';
import { type EvidenceId, parseId } from '../../../shared/domain/ids.ts';
import { aFeedback, anEvidence, aReopening, aTick, at, criteria } from './evidence.ts';
import { learnerId, personIn } from './people.ts';

/** The criteria that generated evidence ticks. */
const anyRefs = ['1.1', '1.2', '1.3', '2.1', '2.2', '2.3'];
export const anyCriteria = criteria(...anyRefs);

const by = { learner: learnerId, trainee: personIn.traineeAssessor, assessor: personIn.assessor };
const minute = fc.integer({ min: 0, max: 59 });

const anyColumn = (column: Column): fc.Arbitrary<Tick[]> =>
  fc
    .tuple(fc.shuffledSubarray(anyRefs), minute)
    .map(([refs, from]) => refs.map((ref, index) => aTick(ref, by[column], at(from + index))));

/** Evidence in any status with any ticks, reopenings and feedback. */
export const anyEvidence: fc.Arbitrary<Evidence> = fc
  .record({
    number: fc.integer({ min: 1, max: 999 }),
    status: fc.constantFrom(...evidenceStatuses),
    learner: anyColumn('learner'),
    trainee: anyColumn('trainee'),
    assessor: anyColumn('assessor'),
    reopened: fc.subarray(anyRefs),
    submitted: minute,
    reviewed: fc.option(minute),
  })
  .map(({ number, status, learner, trainee, assessor, reopened, submitted, reviewed }) =>
    anEvidence({
      id: parseId<EvidenceId>(`evidence-${number}`),
      status,
      ticks: { learner, trainee, assessor },
      reopenings: reopened.map((ref) => aReopening(ref)),
      feedback: reviewed === null ? [] : [aFeedback('returned', at(reviewed))],
      submittedAt: status === 'draft' ? null : at(submitted),
    }),
  );

/** Any choice of the criteria that evidence can tick. */
export const anyChoice = fc.shuffledSubarray(anyCriteria);
