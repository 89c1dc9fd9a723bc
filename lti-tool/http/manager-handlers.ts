import type { managerOperations } from '../../shared/api/manager-operations.ts';
import { criteriaUnder } from '../../shared/domain/qualification.ts';
import { roles } from '../../shared/domain/roles.ts';
import { readSpecification } from '../../shared/specification/read-specification.ts';
import { assignLearners, viewCaseloads } from '../use-cases/centre/caseloads.ts';
import { viewConnection } from '../use-cases/centre/connection.ts';
import { hasQualification, importQualification, viewQualifications } from '../use-cases/centre/import-qualification.ts';
import { changeRole, viewPeople } from '../use-cases/centre/people.ts';
import { changeSettings, viewSettings } from '../use-cases/centre/settings.ts';
import { viewRecord } from '../use-cases/centre/view-record.ts';
import { Failure } from '../use-cases/failure.ts';
import { viewCriterion } from '../use-cases/view-criterion.ts';
import { viewHoldingBack } from '../use-cases/view-holding-back.ts';
import type { Handler } from './handler.ts';

const manager = ['manager'] as const;
const staff = ['traineeAssessor', 'assessor', 'iqa', 'manager', 'eqa'] as const;

/** What a person typed, without what they left open. */
const typed = (details: Readonly<Record<string, string | undefined>>) =>
  Object.fromEntries(Object.entries(details).filter(([, value]) => value !== undefined));

/** What the manager's screens and the reports ask for. */
export const managerHandlers: { readonly [Name in keyof typeof managerOperations]: Handler<Name> } = {
  people: { roles: manager, run: (deps, { principal }) => viewPeople(deps, principal) },
  changeRole: {
    roles: manager,
    run: async (deps, { principal, params, body }) => {
      await changeRole(deps, principal, params.personId, body.role);
      return viewPeople(deps, principal);
    },
  },
  caseloads: { roles: manager, run: (deps, { principal }) => viewCaseloads(deps, principal) },
  assignLearners: { roles: manager, run: (deps, { principal, body }) => assignLearners(deps, principal, body) },
  centreSettings: { roles: manager, run: (deps, { principal }) => viewSettings(deps, principal) },
  changeCentreSettings: {
    roles: manager,
    run: async (deps, { principal, body }) => {
      await changeSettings(deps, principal, body);
      return viewSettings(deps, principal);
    },
  },
  centreQualifications: { roles: manager, run: (deps, { principal }) => viewQualifications(deps, principal) },
  previewQualification: {
    roles: manager,
    run: async (deps, { principal, body }) => {
      const { specification, ...read } = readSpecification(body.text, typed(body.details));
      return { ...read, exists: specification !== null && (await hasQualification(deps, principal, specification)) };
    },
  },
  importQualification: {
    roles: manager,
    run: async (deps, { principal, body }) => {
      const { specification, faults } = readSpecification(body.text, typed(body.details));
      if (specification === null) throw new Failure('fileNotUnderstood', { faults });
      await importQualification(deps, principal, specification);
      const { number, version, title } = specification;
      return { number, version, title, criteria: criteriaUnder(specification).length };
    },
  },
  connection: { roles: manager, run: (deps, { principal }) => viewConnection(deps, principal) },
  centreRecord: { roles: ['manager', 'iqa', 'eqa'], run: (deps, { principal }) => viewRecord(deps, principal) },
  holdingBack: { roles: staff, run: (deps, { principal }) => viewHoldingBack(deps, principal) },
  criterion: {
    roles,
    run: (deps, { principal, params }) => viewCriterion(deps, principal, params.enrolmentId, params.criterionId),
  },
};
