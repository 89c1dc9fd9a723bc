import { all, allowed, type Decision, denied, mustBe } from './decision.ts';
import type { Actor, Evidence } from './evidence.ts';
import type { PersonId } from './ids.ts';
import type { Role } from './roles.ts';
import { mustBeUnderReview } from './ticking.ts';

type Item = Pick<Evidence, 'learnerId' | 'madeById' | 'status' | 'ticks'>;

const assessing: readonly Role[] = ['traineeAssessor', 'assessor'];

/** The words and files are those of the learner, or of the assessor who recorded them on the learner's behalf. */
function made(item: Item, actor: Actor): Decision {
  const role = item.madeById === null ? actor.role === 'learner' : assessing.includes(actor.role);
  return role && (item.madeById ?? item.learnerId) === actor.personId ? allowed : denied('notYourEvidence');
}

/** An assessor or trainee assessor may record evidence on behalf of any learner but themselves (R2). */
export const mayRecord = (learnerId: PersonId, actor: Actor): Decision =>
  all(
    () => mustBe(actor.role, assessing),
    () => (learnerId === actor.personId ? denied('ownEvidence') : allowed),
  );

/** Words, files and links change only by their maker, and only while the item is theirs to change (R1). */
export const mayEdit = (item: Item, actor: Actor): Decision =>
  all(
    () => made(item, actor),
    () => (['draft', 'submitted', 'returned'].includes(item.status) ? allowed : denied('evidenceLocked')),
  );

/** R8: a draft or a returned item can be submitted, with at least one tick. */
export const maySubmit = (item: Item, actor: Actor): Decision =>
  all(
    () => (item.madeById === null ? made(item, actor) : denied('notYourEvidence')),
    () => (['draft', 'returned'].includes(item.status) ? allowed : denied('evidenceLocked')),
    () => (item.ticks.learner.length > 0 ? allowed : denied('nothingTicked')),
  );

/** R8: whoever made it may withdraw it; its history stays. */
export const mayWithdraw = (item: Item, actor: Actor): Decision =>
  all(
    () => made(item, actor),
    () => (item.status === 'withdrawn' ? denied('evidenceLocked') : allowed),
  );

/** R2, R8: only a qualified assessor finishes a review, and never of their own evidence. */
export const mayFinishReview = (item: Item, actor: Actor): Decision =>
  all(
    () => mustBe(actor.role, ['assessor']),
    () => (item.learnerId === actor.personId ? denied('ownEvidence') : allowed),
    () => mustBeUnderReview(item),
  );

/**
 * R8: returning is finishing with words: without feedback the learner would not know what to do. What staff recorded is
 * not the learner's to improve.
 */
export const mayReturn = (item: Item, actor: Actor, feedback: string): Decision =>
  all(
    () => mayFinishReview(item, actor),
    () => (item.madeById === null ? allowed : denied('recordedByStaff')),
    () => (feedback.trim() === '' ? denied('feedbackMissing') : allowed),
  );

/** A trainee assessor who is done with an item hands it over for countersigning. */
export const mayHandOver = (item: Item, actor: Actor): Decision =>
  all(
    () => mustBe(actor.role, ['traineeAssessor']),
    () => (item.learnerId === actor.personId ? denied('ownEvidence') : allowed),
    () => mustBeUnderReview(item),
  );
