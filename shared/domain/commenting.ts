import { all, allowed, type Decision, denied, mustBe } from './decision.ts';
import type { Actor, Evidence, EvidenceStatus } from './evidence.ts';

/** Characters of one comment, at most: a few paragraphs. What is longer is feedback, or evidence. */
export const longestComment = 4_000;

const open: readonly EvidenceStatus[] = ['submitted', 'returned', 'assessed'];

/**
 * The learner of an item and those who assess it may answer each other from its first submission on, whatever its state.
 * What an IQA has to say goes to the assessor with a sample (R9), never to the learner.
 */
export const mayComment = (item: Pick<Evidence, 'learnerId' | 'status'>, actor: Actor, text: string): Decision =>
  all(
    () => mustBe(actor.role, ['learner', 'traineeAssessor', 'assessor']),
    () => whose(item, actor),
    () => (open.includes(item.status) ? allowed : denied('commentsClosed')),
    () => (text.trim() === '' ? denied('commentMissing') : allowed),
  );

function whose({ learnerId }: Pick<Evidence, 'learnerId'>, { role, personId }: Actor): Decision {
  if (role === 'learner') return learnerId === personId ? allowed : denied('notYourEvidence');
  return learnerId === personId ? denied('ownEvidence') : allowed;
}
