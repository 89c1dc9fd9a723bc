import { all, allowed, type Decision, denied, mustBe } from './decision.ts';
import type { Actor, Evidence } from './evidence.ts';
import { mustBeUnderReview } from './ticking.ts';

type Item = Pick<Evidence, 'learnerId' | 'status' | 'ticks'>;

const own = (item: Item, actor: Actor): Decision =>
  actor.role === 'learner' && item.learnerId === actor.personId ? allowed : denied('notYourEvidence');

/** The learner's own words, files and links change only while the item is theirs to change (R1). */
export const mayEdit = (item: Item, actor: Actor): Decision =>
  all(
    () => own(item, actor),
    () => (['draft', 'submitted', 'returned'].includes(item.status) ? allowed : denied('evidenceLocked')),
  );

/** R8: a draft or a returned item can be submitted, with at least one tick. */
export const maySubmit = (item: Item, actor: Actor): Decision =>
  all(
    () => own(item, actor),
    () => (['draft', 'returned'].includes(item.status) ? allowed : denied('evidenceLocked')),
    () => (item.ticks.learner.length > 0 ? allowed : denied('nothingTicked')),
  );

/** R8: the learner may withdraw what they sent; its history stays. */
export const mayWithdraw = (item: Item, actor: Actor): Decision =>
  all(
    () => own(item, actor),
    () => (item.status === 'withdrawn' ? denied('evidenceLocked') : allowed),
  );

/** R2, R8: only a qualified assessor finishes a review, and never of their own evidence. */
export const mayFinishReview = (item: Item, actor: Actor): Decision =>
  all(
    () => mustBe(actor.role, ['assessor']),
    () => (item.learnerId === actor.personId ? denied('ownEvidence') : allowed),
    () => mustBeUnderReview(item),
  );

/** R8: returning is finishing with words: without feedback the learner would not know what to do. */
export const mayReturn = (item: Item, actor: Actor, feedback: string): Decision =>
  all(
    () => mayFinishReview(item, actor),
    () => (feedback.trim() === '' ? denied('feedbackMissing') : allowed),
  );
