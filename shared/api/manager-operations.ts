import { z } from 'zod';
import type { CriterionId, EnrolmentId, PersonId } from '../domain/ids.ts';
import { roles } from '../domain/roles.ts';
import {
  caseloadsViewSchema,
  centreRecordViewSchema,
  connectionViewSchema,
  evidenceNeededSchema,
  peopleViewSchema,
  roleMappingSchema,
  settingsViewSchema,
} from './centre-views.ts';
import { idSchema } from './ids.ts';
import { criterionViewSchema, holdingBackViewSchema } from './report-views.ts';

const none = z.object({}).strict();
const count = z.number().int().nonnegative();
const personIds = z.array(idSchema<PersonId>()).max(10);
const detail = z.string().max(300);

/** A file's text with what a person typed beside it. */
const specificationFile = z
  .object({
    text: z.string().min(1).max(4_000_000),
    details: z
      .object({ number: detail, title: detail, level: detail, awardingOrganisation: detail, version: detail })
      .partial()
      .strict(),
  })
  .strict();
const details = z.object({
  number: z.string(),
  title: z.string(),
  level: z.string(),
  awardingOrganisation: z.string(),
  version: z.string(),
});
const previewSchema = z.object({
  format: z.enum(['csv', 'case', 'json']),
  details,
  units: z.array(
    z.object({ ref: z.string(), title: z.string(), mandatory: z.boolean(), outcomes: count, criteria: count }),
  ),
  /** Empty: it can be imported. */
  faults: z.array(z.object({ place: z.string(), message: z.string() })),
  /** The centre has this number and version already. */
  exists: z.boolean(),
});

export type QualificationPreview = z.output<typeof previewSchema>;

/** What the manager's screens and the reports ask for. */
export const managerOperations = {
  people: { params: none, body: none, reply: peopleViewSchema },
  changeRole: {
    params: z.object({ personId: idSchema<PersonId>() }),
    /** Null: the platform decides again. */
    body: z.object({ role: z.enum(roles).nullable() }).strict(),
    reply: peopleViewSchema,
  },
  caseloads: { params: none, body: none, reply: caseloadsViewSchema },
  assignLearners: {
    params: none,
    body: z
      .object({
        enrolmentIds: z.array(idSchema<EnrolmentId>()).min(1).max(5_000),
        add: personIds,
        remove: personIds,
      })
      .strict(),
    reply: z.object({ count }),
  },
  centreSettings: { params: none, body: none, reply: settingsViewSchema },
  changeCentreSettings: {
    params: none,
    body: z.object({ version: count, roleMapping: roleMappingSchema, evidenceNeeded: evidenceNeededSchema }).strict(),
    reply: settingsViewSchema,
  },
  centreQualifications: {
    params: none,
    body: none,
    reply: z.object({
      qualifications: z.array(
        z.object({
          number: z.string(),
          title: z.string(),
          level: count,
          awardingOrganisation: z.string(),
          version: z.string(),
          units: count,
          criteria: count,
        }),
      ),
    }),
  },
  previewQualification: { params: none, body: specificationFile, reply: previewSchema },
  importQualification: {
    params: none,
    body: specificationFile,
    reply: z.object({ number: z.string(), version: z.string(), title: z.string(), criteria: count }),
  },
  connection: { params: none, body: none, reply: connectionViewSchema },
  centreRecord: { params: none, body: none, reply: centreRecordViewSchema },
  holdingBack: { params: none, body: none, reply: holdingBackViewSchema },
  criterion: {
    params: z.object({ enrolmentId: idSchema<EnrolmentId>(), criterionId: idSchema<CriterionId>() }),
    body: none,
    reply: criterionViewSchema,
  },
} as const;
