import { z } from 'zod';

const count = z.number().int().nonnegative();

/** What somebody who adds an activity to a course can choose. */
export const contentSelectionViewSchema = z.object({
  contextTitle: z.string(),
  /** The platform takes several activities at once. */
  acceptsMultiple: z.boolean(),
  /** The platform makes gradebook columns for activities. */
  acceptsLineItems: z.boolean(),
  qualifications: z.array(
    z.object({
      number: z.string(),
      title: z.string(),
      level: z.number().int(),
      awardingOrganisation: z.string(),
      version: z.string(),
      /** Place among those that the centre used last, from 0; null for others. */
      recent: count.nullable(),
      units: z.array(z.object({ ref: z.string(), title: z.string(), mandatory: z.boolean(), criteria: count })),
    }),
  ),
});
export type ContentSelectionView = z.output<typeof contentSelectionViewSchema>;

const choiceSchema = z
  .object({
    number: z.string().min(1).max(40),
    version: z.string().max(40),
    units: z.array(z.string().min(1).max(40)).min(1).max(200),
    title: z.string().trim().min(1).max(255),
    columns: z.enum(['none', 'one', 'units']),
  })
  .strict();

export type ContentChoice = z.output<typeof choiceSchema>;

/** Of more at once, some would be looked over by whoever adds them. */
export const mostChoices = 10;

/** None adds nothing, and goes back. */
export const contentAnswerSchema = z.object({ choices: z.array(choiceSchema).max(mostChoices) }).strict();
export type ContentAnswer = z.output<typeof contentAnswerSchema>;

/** The signed message, to be posted to the platform. */
export const contentMessageSchema = z.object({ jwt: z.string() });
export type ContentMessage = z.output<typeof contentMessageSchema>;
