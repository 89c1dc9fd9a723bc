import type { EvidenceView, QualificationView } from '../../../../../shared/api/views.ts';
import type {
  CriterionId,
  EnrolmentId,
  EvidenceId,
  PersonId,
  QualificationId,
} from '../../../../../shared/domain/ids.ts';
import { parseId } from '../../../../../shared/domain/ids.ts';
import { withCriterionIds } from '../../../../../shared/domain/qualification.ts';

export const id = (text: string): CriterionId => parseId<CriterionId>(text);

const outcome = (ref: string, count: number) => ({
  ref,
  title: `Outcome ${ref}`,
  criteria: Array.from({ length: count }, (_, place) => ({
    ref: `${ref}.${place + 1}`,
    text: `Text ${ref}.${place + 1}`,
  })),
});
const unit = (ref: string, outcomes: ReturnType<typeof outcome>[]) => ({
  ref,
  title: `Unit ${ref}`,
  mandatory: true,
  credit: 4,
  outcomes,
});

/** Units 201 (3 + 2 criteria), 202 (2) and 203 (2). */
export const qualification = {
  id: parseId<QualificationId>('Q1'),
  number: '601/3562/1',
  title: 'Diploma in Customer Service',
  level: 2,
  awardingOrganisation: 'City & Guilds',
  version: '1',
  units: withCriterionIds([
    unit('201', [outcome('1', 3), outcome('2', 2)]),
    unit('202', [outcome('1', 2)]),
    unit('203', [outcome('1', 2)]),
  ]),
} as unknown as QualificationView;

export const tick = (criterion: string, byName = 'Amelia Hart', at = '2026-11-17T10:00:00.000Z') => ({
  criterionId: id(criterion),
  byName,
  at,
});

const may: EvidenceView['may'] = {
  tick: 'assessor',
  edit: false,
  submit: false,
  withdraw: false,
  finish: true,
  return: true,
  handOver: false,
  comment: true,
  again: [],
  notMet: [],
  acceptLearner: [],
  acceptTrainee: [],
  undo: null,
};

/** Submitted evidence of Amelia Hart with units 201 and 202 chosen, as an assessor sees it. */
export function evidence(
  part: Partial<Omit<EvidenceView, 'may'>> & { may?: Partial<EvidenceView['may']> } = {},
): EvidenceView {
  return {
    id: parseId<EvidenceId>('EV1'),
    enrolmentId: parseId<EnrolmentId>('E1'),
    qualificationId: qualification.id,
    learner: { id: parseId<PersonId>('L1'), name: 'Amelia Hart', givenName: 'Amelia' },
    title: 'Complaint call',
    method: 'observation',
    status: 'submitted',
    ticked: 0,
    confirmed: 0,
    unconfirmed: 0,
    submittedAt: '2026-11-17T10:00:00.000Z',
    updatedAt: '2026-11-17T10:00:00.000Z',
    unitRefs: ['201', '202'],
    narrative: '',
    attachments: [],
    links: [],
    ticks: { learner: [], trainee: [], assessor: [] },
    reopened: [],
    samples: [],
    feedback: [],
    thread: [],
    handOver: null,
    madeByName: null,
    version: 1,
    ...part,
    may: { ...may, ...part.may },
  };
}
