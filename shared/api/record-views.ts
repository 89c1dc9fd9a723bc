import { z } from 'zod';
import { columns, evidenceStatuses, origins } from '../domain/evidence.ts';
import type { EvidenceId } from '../domain/ids.ts';
import { roles } from '../domain/roles.ts';
import { idSchema, instantSchema } from './ids.ts';

const count = z.number().int().nonnegative();
const column = z.enum(columns);

/** The check of an item's whole record. */
export const recordCheckSchema = z.object({
  /** Entries of the item's whole record, all of them checked. */
  entries: count,
  /** The first entry that does not fit the chain; null where all fit. */
  brokenAt: count.nullable(),
  /** Whether the item as it is agrees with what its record leads to. */
  fits: z.boolean(),
});

const deedSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('ticked'), column, added: count, removed: count }),
  z.object({ kind: z.literal('acceptedAll'), column, of: z.enum(['learner', 'trainee']), added: count }),
  z.object({ kind: z.literal('undone'), removed: count }),
  z.object({ kind: z.literal('status'), after: z.enum(evidenceStatuses) }),
  z.object({ kind: z.literal('sampled'), accepted: count, actions: count }),
  z.object({ kind: z.literal('notMet'), criteria: count }),
  z.object({ kind: z.enum(['created', 'edited', 'attached', 'detached', 'handedOver', 'commented', 'erased']) }),
]);
export type RecordDeed = z.output<typeof deedSchema>;

/** The whole record of a learner's qualification, item by item. */
export const enrolmentRecordViewSchema = z.object({
  items: z.array(
    z.object({
      evidenceId: idSchema<EvidenceId>(),
      title: z.string(),
      record: recordCheckSchema,
      entries: z.array(
        z.object({
          sequence: count,
          at: instantSchema,
          byName: z.string(),
          actingAs: z.enum(roles),
          origin: z.enum(origins),
          deed: deedSchema,
        }),
      ),
    }),
  ),
});
export type RecordItem = z.output<typeof enrolmentRecordViewSchema>['items'][number];
