import { expect } from 'chai';
import { instantSchema } from '../../../shared/api/ids.ts';
import { enrolmentViewSchema, qualificationViewSchema } from '../../../shared/api/views.ts';
import { noProgress } from '../../../shared/domain/progress.ts';
import { aQualification } from '../../builders/domain/qualification.ts';

const ana = { id: 'ana', name: 'Ana Learner', givenName: 'Ana' };
const enrolment = {
  id: 'enrolment-1',
  learner: ana,
  assessors: [],
  evidenceNeeded: 1,
  qualificationId: 'qualification-1',
  unitRefs: ['201'],
  confirmed: 0,
  total: 6,
  counts: noProgress([], new Set()).counts,
  unconfirmed: 0,
  criteria: [],
  published: null,
  gradebook: { state: 'nothingYet' as const, paused: false, found: null },
};

describe('API views', () => {
  it('show a qualification as the domain has it', () => {
    const qualification = aQualification();
    expect(qualificationViewSchema.parse(qualification)).to.deep.equal(qualification);
  });

  it('never let out what they do not name', () => {
    const learner = { ...ana, email: 'ana@example.org', lmsUserId: '5' };
    const view = enrolmentViewSchema.parse({ ...enrolment, tenantId: 'tenant-1', learner });
    expect(view).to.deep.equal(enrolment);
  });

  it('count every standing', () => {
    const { untouched: _, ...counts } = enrolment.counts;
    expect(enrolmentViewSchema.safeParse({ ...enrolment, counts }).success).to.equal(false);
  });

  it('count in whole numbers from 0', () => {
    for (const confirmed of [-1, 0.5, Number.NaN, '1', null]) {
      expect(enrolmentViewSchema.safeParse({ ...enrolment, confirmed }).success).to.equal(false);
    }
  });

  const instants: ReadonlyArray<readonly [string, boolean]> = [
    ['2026-11-23T09:00:00.000Z', true],
    ['2026-11-23T09:00:00Z', false],
    ['2026-11-23T09:00:00.000+01:00', false],
    ['2026-11-23T09:00:00.000000Z', false],
    ['2026-13-23T09:00:00.000Z', false],
    ['2026-11-23', false],
    ['', false],
  ];
  for (const [text, taken] of instants) {
    it(`${taken ? 'take' : 'refuse'} ${JSON.stringify(text)} for an instant`, () => {
      expect(instantSchema.safeParse(text).success).to.equal(taken);
    });
  }
});
