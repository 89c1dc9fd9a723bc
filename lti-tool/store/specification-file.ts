import { z } from 'zod';
import { type Specification, withCriterionIds } from '../../shared/domain/qualification.ts';

const ref = z
  .string()
  .trim()
  .regex(/^[A-Za-z0-9][A-Za-z0-9.-]{0,29}$/, 'a ref has letters, digits, dots and hyphens');
const text = (most: number) => z.string().trim().min(1).max(most);
const unique = <T extends { readonly ref: string }>(items: readonly T[]): boolean =>
  new Set(items.map((item) => item.ref)).size === items.length;
const twice = { error: 'a ref is there twice' };

const outcome = z.object({
  ref,
  title: text(300),
  criteria: z.array(z.object({ ref, text: text(2_000) })).min(1),
});
const unit = z
  .object({
    ref,
    title: text(300),
    mandatory: z.boolean(),
    credit: z.number().int().nonnegative().nullable(),
    outcomes: z.array(outcome).min(1).refine(unique, twice),
  })
  .refine(({ outcomes }) => unique(outcomes.flatMap(({ criteria }) => criteria)), {
    error: 'a criterion ref is there twice in this unit',
  });
const schema = z.object({
  number: text(40),
  title: text(300),
  level: z.number().int().min(0).max(8),
  awardingOrganisation: text(200),
  version: text(40),
  units: z.array(unit).min(1).max(200).refine(unique, twice),
});

/** A specification file is not as it should be; the message lists every fault with its place. */
export class SpecificationError extends Error {
  override readonly name = 'SpecificationError';
}

/**
 * Reads a specification from parsed JSON (units, outcomes and criteria with refs) and gives each criterion its id.
 * @throws SpecificationError
 */
export function specificationFrom(json: unknown): Specification {
  const parsed = schema.safeParse(json);
  if (!parsed.success) {
    throw new SpecificationError(
      parsed.error.issues.map((issue) => `${issue.path.join('.') || 'file'}: ${issue.message}`).join('\n'),
    );
  }
  return { ...parsed.data, units: withCriterionIds(parsed.data.units) };
}
