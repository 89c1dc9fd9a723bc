import { z } from 'zod';
import { evidenceStatuses } from '../domain/evidence.ts';
import type { CriterionId, EvidenceId, UploadId } from '../domain/ids.ts';
import { idSchema, instantSchema } from './ids.ts';
import { personViewSchema } from './views.ts';

const count = z.number().int().nonnegative();
const criteria = z.array(idSchema<CriterionId>());

/** What became of a trainee assessor's ticks, item by item. */
export const traineeWorkViewSchema = z.object({
  items: z.array(
    z.object({
      evidenceId: idSchema<EvidenceId>(),
      title: z.string(),
      learner: personViewSchema,
      status: z.enum(evidenceStatuses),
      handedOverAt: instantSchema.nullable(),
      countersigned: criteria,
      notAgreed: criteria,
      waiting: criteria,
      /** Who finished or returned it, with their feedback; null while it waits. */
      decision: z.object({ byName: z.string(), at: instantSchema, text: z.string() }).nullable(),
    }),
  ),
});

/** How far a file has come: its next part starts at `offset`. */
export const uploadViewSchema = z.object({
  id: idSchema<UploadId>(),
  offset: count,
  size: count,
  /** Bytes to send at once. */
  partSize: count,
  expiresAt: instantSchema,
});
export type UploadView = z.output<typeof uploadViewSchema>;

/** The asker's own files on their way to an item, wherever they began. */
export const uploadsViewSchema = z.object({ uploads: z.array(uploadViewSchema.extend({ name: z.string() })) });
export type StoppedUpload = z.output<typeof uploadsViewSchema>['uploads'][number];
