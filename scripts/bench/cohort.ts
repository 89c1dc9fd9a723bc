import { randomUUID } from 'node:crypto';
import { ensureEnrolment } from '../../lti-tool/use-cases/ensure-enrolment.ts';
import { enter } from '../../lti-tool/use-cases/enter.ts';
import type { Launch } from '../../lti-tool/use-cases/launch.ts';
import { authenticate, type Principal } from '../../lti-tool/use-cases/principal.ts';
import { refreshProgress } from '../../lti-tool/use-cases/refresh-progress.ts';
import type { Evidence } from '../../shared/domain/evidence.ts';
import type { CriterionId, EnrolmentId } from '../../shared/domain/ids.ts';
import { criteriaUnder } from '../../shared/domain/qualification.ts';
import type { BenchCentre } from './centre.ts';
import { makeEvidence } from './made-evidence.ts';
import { aSpecification } from './specification.ts';
import { seededRandom } from './statistics.ts';

const membership = 'http://purl.imsglobal.org/vocab/lis/v2/membership#';
const givenNames = ['Amelia', 'Kwame', 'Priya', 'Oliwia', 'Tomos', 'Zainab', 'Callum', 'Mei', 'Ffion', 'Dmitri'];
const familyNames = ['Hart', 'Boateng', 'Nair', 'Kowalska', 'Pritchard', 'Hussain', 'Fraser', 'Chen', 'Rees', 'Volkov'];

/** A learner of a made cohort. */
export type CohortLearner = {
  readonly principal: Principal;
  readonly enrolmentId: EnrolmentId;
  /** How they come in again. */
  readonly launch: Launch;
  readonly items: readonly Evidence[];
};
export type Cohort = {
  readonly assessor: Principal;
  readonly learners: readonly CohortLearner[];
  readonly criteria: readonly CriterionId[];
};
export type CohortSize = {
  readonly learners: number;
  /** Evidence items of each learner. */
  readonly items: number;
  /** Criteria of the qualification. */
  readonly criteria: number;
  /** Criteria that the learner ticked on each item; they follow each other, as evidence for a unit does. */
  readonly ticks: number;
  /** Leaves every item submitted and undecided; else some are assessed, some returned and some drafts. */
  readonly allSubmitted?: boolean;
};

const launchOf = (number: string, name: string, role: string, sub: string): Launch => {
  const [givenName = name, familyName = ''] = name.split(' ');
  return {
    messageType: 'LtiResourceLinkRequest',
    registrationId: 'registration-1',
    issuer: 'https://lms.example',
    clientId: 'client-1',
    deploymentId: '1',
    platformOrigin: 'https://lms.example',
    product: 'moodle',
    platformName: 'College',
    person: { sub, name, givenName, familyName },
    roles: [`${membership}${role}`],
    context: { id: `course of ${number}`, title: 'Customer Service, group A', label: 'CS-A' },
    resourceLink: { id: `link of ${number}`, title: 'Portfolio' },
    custom: { cs_qualification: number },
    ofCourse: false,
    review: null,
    scores: {
      scopes: ['https://purl.imsglobal.org/spec/lti-ags/scope/score'],
      lineItemUrl: `https://lms.example/lineitems/${encodeURIComponent(number)}`,
      lineItemsUrl: 'https://lms.example/lineitems',
    },
    membershipsUrl: null,
    locale: null,
  };
};

async function launched({ deps }: BenchCentre, launch: Launch): Promise<Principal> {
  const entry = await enter(deps, launch);
  if (entry.kind !== 'entered') throw new Error(`The launch was refused: ${entry.reason}`);
  return authenticate(deps, entry.token);
}

/** How many learners are made at once: the database gathers their writes into one. */
const atOnce = 20;

/** Fills a context of its own with a qualification of its own, an assessor, learners and their evidence. */
export async function makeCohort(centre: BenchCentre, size: CohortSize): Promise<Cohort> {
  const { deps } = centre;
  const { stores, crypto } = deps;
  const random = seededRandom(size.learners * 1_000 + size.criteria);
  const specification = aSpecification(`bench/${randomUUID().slice(0, 8)}`, size.criteria);
  await stores.qualifications.addSpecification(specification);
  const assessor = await launched(centre, launchOf(specification.number, 'Tessa Rowe', 'Instructor', 'assessor'));
  const criteria = criteriaUnder(specification).map((criterion) => criterion.id);
  const link = await stores.places.findLink(assessor.tenantId, assessor.linkId);
  if (!link) throw new Error('The launch made no resource link.');

  const makeLearner = async (index: number): Promise<CohortLearner> => {
    const name = `${givenNames[index % 10]} ${familyNames[Math.floor(index / 10) % 10]} ${index + 1}`;
    const launch = launchOf(specification.number, name, 'Learner', `learner-${index + 1}`);
    const principal = await launched(centre, launch);
    const enrolment = await ensureEnrolment(deps, link, principal.personId);
    if (!enrolment) throw new Error('The launch made no enrolment.');
    const items = Array.from({ length: size.items }, (_, number) =>
      makeEvidence({ ...size, enrolment, criteria, assessorId: assessor.personId, number, random, crypto }),
    );
    await Promise.all(items.map((item) => stores.evidence.insert(item)));
    await refreshProgress(deps, principal.tenantId, enrolment.id);
    await Promise.all(items.map(({ tenantId, id, version }) => stores.evidence.markCounted(tenantId, id, version)));
    return { principal, enrolmentId: enrolment.id, launch, items };
  };

  const learners: CohortLearner[] = [];
  for (let start = 0; start < size.learners; start += atOnce) {
    const numbers = Array.from({ length: Math.min(atOnce, size.learners - start) }, (_, offset) => start + offset);
    learners.push(...(await Promise.all(numbers.map(makeLearner))));
  }
  return { assessor, learners, criteria };
}
