import type { Evidence } from '../../../shared/domain/evidence.ts';
import type { PersonId } from '../../../shared/domain/ids.ts';
import { openOf } from '../../../shared/domain/sampling.ts';
import type { NamedPerson } from '../names.ts';
import type { Principal } from '../principal.ts';

type Item = Pick<Evidence, 'samples' | 'reopenings'>;

/** Everybody whom the samples of an item name. */
export const peopleInSamples = ({ samples }: Item): PersonId[] =>
  samples.flatMap(({ byId, confirmations }) => [byId, ...confirmations.map((each) => each.confirmedById)]);

/** The samples of an item, newest first. They are between IQA and assessors: a learner is told what is reopened, no more. */
export function samplesSeen(item: Item, principal: Pick<Principal, 'role'>, nameOf: (id: PersonId) => NamedPerson) {
  if (principal.role === 'learner') return [];
  return item.samples.toReversed().map((sample) => ({
    byName: nameOf(sample.byId).name,
    at: sample.at,
    feedback: sample.feedback,
    confirmations: sample.confirmations.map(({ criterionId, outcome, confirmedById }) => ({
      criterionId,
      outcome,
      confirmedByName: nameOf(confirmedById).name,
    })),
    open: openOf(item, sample),
  }));
}
