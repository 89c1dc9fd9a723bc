import type { PersonId } from './ids.ts';
import type { SampledEvidence } from './sample-reviews.ts';
import { openOf } from './sampling.ts';

/** How many confirmations of an assessor were accepted, how many need action, and how many of these still do. */
export type SampleOutcomes = { readonly accepted: number; readonly actionRequired: number; readonly open: number };
export const noOutcomes: SampleOutcomes = { accepted: 0, actionRequired: 0, open: 0 };

/** What came of all samples ever taken, by the assessor whose confirmations they were. */
export function outcomesOf(items: readonly SampledEvidence[]): Map<PersonId, SampleOutcomes> {
  const found = new Map<PersonId, SampleOutcomes>();
  for (const item of items)
    for (const sample of item.samples) {
      const open = new Set(item.status === 'withdrawn' ? [] : openOf(item, sample));
      for (const { confirmedById, outcome, criterionId } of sample.confirmations) {
        const known = found.get(confirmedById) ?? noOutcomes;
        found.set(confirmedById, {
          ...known,
          [outcome]: known[outcome] + 1,
          open: known.open + (open.has(criterionId) ? 1 : 0),
        });
      }
    }
  return found;
}
