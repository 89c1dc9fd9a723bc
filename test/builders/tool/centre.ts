import { readFileSync } from 'node:fs';
import path from 'node:path';
import { systemCrypto } from '../../../lti-tool/tool.ts';
import type { ChangeDeps } from '../../../lti-tool/use-cases/change-evidence.ts';
import { enter } from '../../../lti-tool/use-cases/enter.ts';
import type { Launch } from '../../../lti-tool/use-cases/launch.ts';
import { createEvidence } from '../../../lti-tool/use-cases/offer-evidence.ts';
import { instantOf, type Stores } from '../../../lti-tool/use-cases/ports.ts';
import { authenticate, type Principal } from '../../../lti-tool/use-cases/principal.ts';
import { submitEvidence } from '../../../lti-tool/use-cases/review-evidence.ts';
import { changeTicks } from '../../../lti-tool/use-cases/tick-evidence.ts';
import { viewMe } from '../../../lti-tool/use-cases/view-me.ts';
import type { Evidence } from '../../../shared/domain/evidence.ts';
import { type CriterionId, parseId } from '../../../shared/domain/ids.ts';
import type { Role } from '../../../shared/domain/roles.ts';
import { specificationFrom } from '../../../shared/specification/specification-file.ts';
import { openTestStore, type TestStore } from './database.ts';

const sample = path.resolve(__dirname, '../../../lti-tool/store/sample/customer-service.json');
export const criterion = (id: string): CriterionId => parseId<CriterionId>(id);
const membership = 'http://purl.imsglobal.org/vocab/lis/v2/membership#';

/** A launch as the LTI edge hands it on. */
export function aLaunch(changes: Partial<Launch> = {}): Launch {
  return {
    messageType: 'LtiResourceLinkRequest',
    registrationId: 'registration-1',
    issuer: 'https://lms.example',
    clientId: 'client-1',
    deploymentId: '1',
    platformOrigin: 'https://lms.example',
    product: 'moodle',
    platformName: 'College',
    person: { sub: '5', name: 'Amelia Hart', givenName: 'Amelia', familyName: 'Hart' },
    roles: [`${membership}Learner`],
    context: { id: '2', title: 'Customer Service, group A', label: 'CS-A' },
    resourceLink: { id: '1', title: 'Portfolio' },
    custom: { cs_qualification: '601/3562/1' },
    scores: {
      scopes: ['https://purl.imsglobal.org/spec/lti-ags/scope/score'],
      lineItemUrl: 'https://lms.example/lineitems/1/lineitem?type_id=1',
      lineItemsUrl: 'https://lms.example/lineitems?type_id=1',
    },
    membershipsUrl: null,
    review: null,
    ofCourse: false,
    locale: null,
    ...changes,
  };
}

const ltiRoles: Readonly<Record<string, string>> = {
  learner: 'Learner',
  assessor: 'Instructor',
  manager: 'Administrator',
};

/** Makes the sample qualification known to an installation. */
export const addSampleQualification = (stores: Pick<Stores, 'qualifications'>): Promise<void> =>
  stores.qualifications.addSpecification(specificationFrom(JSON.parse(readFileSync(sample, 'utf8'))));

/** Sets a role as an administrator does, who needs no role of their own for it. */
export async function setRoleOf(
  { stores, clock }: Pick<ChangeDeps, 'stores' | 'clock'>,
  member: Principal,
  after: Role,
): Promise<void> {
  const { tenantId, contextId, personId } = member;
  const { setRole: before } = await stores.people.ensureMember(member);
  const change = { kind: 'role', personId, before, after } as const;
  const entry = { at: instantOf(clock), byId: null, actingAs: null, origin: 'system', change } as const;
  await stores.centre.changeRole({ tenantId, contextId, personId }, before, after, entry);
}

export type Centre = {
  readonly deps: ChangeDeps & { clock: { now(): number; advance(milliseconds: number): void } };
  readonly store: TestStore;
  /** Launches somebody; a role that LTI has no word for is set as a manager would. */
  person(name: string, role: Role, changes?: Partial<Launch>): Promise<Principal>;
  /** A submitted item of a learner with these criteria ticked. */
  submitted(learner: Principal, ticks: readonly string[], title?: string): Promise<Evidence>;
  draft(learner: Principal, ticks?: readonly string[], title?: string): Promise<Evidence>;
  close(): Promise<void>;
};

/** A centre on a real database with the sample qualification and a clock that stands still until told. */
export async function openCentre(): Promise<Centre> {
  const store = await openTestStore();
  let time = Date.parse('2026-11-23T09:00:00.000Z');
  const clock = {
    now: () => time,
    advance: (milliseconds: number) => {
      time += milliseconds;
    },
  };
  const deps = { stores: store.stores, clock, crypto: systemCrypto };
  await addSampleQualification(store.stores);

  const draft = async (learner: Principal, ticks: readonly string[] = [], title = 'Complaint call') => {
    const { enrolmentId } = await viewMe(deps, learner);
    if (!enrolmentId) throw new Error('This person has no enrolment.');
    const wording = { title, method: 'observation' as const, narrative: 'I listened first.', links: [] };
    const item = await createEvidence(deps, learner, enrolmentId, wording);
    return ticks.length === 0 ? item : changeTicks(deps, learner, item.id, { tick: ticks.map(criterion), untick: [] });
  };
  return {
    deps,
    store,
    async person(name, role, changes = {}) {
      const sub = name.toLowerCase().replace(/\W/g, '-');
      const [givenName = name, familyName = ''] = name.split(' ');
      const launch = aLaunch({
        person: { sub, name, givenName, familyName },
        roles: [`${membership}${ltiRoles[role] ?? 'Instructor'}`],
        ...changes,
      });
      const entry = await enter(deps, launch);
      if (entry.kind !== 'entered') throw new Error(entry.reason);
      const principal = await authenticate(deps, entry.token);
      if (principal.role === role) return principal;
      await setRoleOf(deps, principal, role);
      return authenticate(deps, entry.token);
    },
    draft,
    async submitted(learner, ticks, title) {
      return submitEvidence(deps, learner, (await draft(learner, ticks, title)).id);
    },
    close: () => store.close(),
  };
}
