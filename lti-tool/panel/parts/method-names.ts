import type { Method } from '../../../shared/domain/evidence.ts';

/** What a kind of evidence is called on screen. */
export const methodNames: Readonly<Record<Method, string>> = {
  observation: 'Observation',
  product: 'Product',
  witnessTestimony: 'Witness testimony',
  professionalDiscussion: 'Professional discussion',
  reflectiveAccount: 'Reflective account',
  questioning: 'Questioning',
  recognitionOfPriorLearning: 'Recognition of prior learning',
};
