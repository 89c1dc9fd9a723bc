import { z } from 'zod';
import { origins } from '../domain/evidence.ts';
import { mostEvidenceNeeded } from '../domain/evidence-needed.ts';
import type { EnrolmentId, PersonId, QualificationId } from '../domain/ids.ts';
import { groupRoles, roles } from '../domain/roles.ts';
import { idSchema, instantSchema } from './ids.ts';
import { personViewSchema } from './views.ts';

const count = z.number().int().nonnegative();
const role = z.enum(roles);
const personId = idSchema<PersonId>();

/** Everybody in the context, with every source of their role. */
export const peopleViewSchema = z.object({
  people: z.array(
    z.object({
      person: personViewSchema,
      /** What they act as; null: nothing, they cannot come in. */
      role: role.nullable(),
      /** What a manager set; null: the platform decides. */
      setRole: role.nullable(),
      /** What the last launch hinted at, before the centre's mapping; null where it named no role, or never happened. */
      launchRole: role.nullable(),
      rosterRole: role.nullable(),
      groups: z.array(z.string()),
      lastLaunchAt: instantSchema.nullable(),
    }),
  ),
});
export type PeopleView = z.output<typeof peopleViewSchema>;

export const caseloadsViewSchema = z.object({
  /** Who may be assigned. Role null: somebody who has learners and does not assess here any more. */
  assessors: z.array(z.object({ person: personViewSchema, role: role.nullable() })),
  learners: z.array(
    z.object({
      enrolmentId: idSchema<EnrolmentId>(),
      learner: personViewSchema,
      assessorIds: z.array(personId),
      confirmed: count,
      total: count,
      unconfirmed: count,
      oldestWaitingAt: instantSchema.nullable(),
    }),
  ),
});
export type CaseloadsView = z.output<typeof caseloadsViewSchema>;

const needed = z.number().int().min(1).max(mostEvidenceNeeded);
export const roleMappingSchema = z
  .object({
    instructor: z.enum(['assessor', 'traineeAssessor']),
    assessorsMustBeNamed: z.boolean(),
    groups: z
      .array(z.object({ group: z.string().trim().min(1).max(255), role: z.enum(groupRoles) }).strict())
      .max(100)
      .refine((groups) => new Set(groups.map(({ group }) => group)).size === groups.length, 'a group is there twice'),
  })
  .strict();
export const evidenceNeededSchema = z
  .object({
    centre: needed,
    qualifications: z
      .array(z.object({ qualificationId: idSchema<QualificationId>(), needed }).strict())
      .max(200)
      .refine(
        (all) => new Set(all.map(({ qualificationId }) => qualificationId)).size === all.length,
        'a qualification is there twice',
      ),
  })
  .strict();

export const settingsViewSchema = z.object({
  /** Names the settings that were shown, for a change of them. */
  version: count,
  /** Progress is being counted again after a change. */
  isRecounting: z.boolean(),
  roleMapping: roleMappingSchema,
  evidenceNeeded: evidenceNeededSchema,
  qualifications: z.array(
    z.object({ id: idSchema<QualificationId>(), number: z.string(), title: z.string(), version: z.string() }),
  ),
});
export type SettingsView = z.output<typeof settingsViewSchema>;

export const connectionViewSchema = z.object({
  name: z.string(),
  issuer: z.string(),
  clientId: z.string(),
  deploymentId: z.string(),
  firstLaunchAt: instantSchema.nullable(),
  lastLaunchAt: instantSchema.nullable(),
  context: z.string(),
  activities: z.array(
    z.object({
      title: z.string(),
      qualification: z.string().nullable(),
      takesScores: z.boolean(),
      givesRoster: z.boolean(),
    }),
  ),
});
export type ConnectionView = z.output<typeof connectionViewSchema>;

const settings = z.object({ roleMapping: roleMappingSchema, evidenceNeeded: evidenceNeededSchema });
const change = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('role'), personName: z.string(), before: role.nullable(), after: role.nullable() }),
  z.object({
    kind: z.literal('caseload'),
    learners: z.array(z.string()),
    before: z.array(z.string()),
    after: z.array(z.string()),
  }),
  z.object({ kind: z.literal('settings'), before: settings, after: settings }),
  z.object({ kind: z.literal('qualification'), number: z.string(), version: z.string(), title: z.string() }),
]);
/** The centre's record, newest first. */
export const centreRecordViewSchema = z.object({
  entries: z.array(
    z.object({
      at: instantSchema,
      /** Null: an admin command. */
      byName: z.string().nullable(),
      actingAs: role.nullable(),
      origin: z.enum(origins),
      change,
    }),
  ),
});
export type CentreRecordView = z.output<typeof centreRecordViewSchema>;
export type CentreChangeView = CentreRecordView['entries'][number]['change'];
