import { useState } from 'preact/hooks';
import { ApiError } from '../../../../shared/client/api-client.ts';
import type { CriterionId } from '../../../../shared/domain/ids.ts';
import { qualityTexts } from '../../../../shared/texts/quality.ts';
import { reviewTexts } from '../../../../shared/texts/review.ts';
import { useTools } from '../../app/toolbox.ts';
import { criteriaCount } from '../../parts/counting.ts';
import type { AcceptPrompt } from './accept-prompt.ts';
import { acceptedSentence } from './accepted-sentence.ts';
import { mayTickHere, type ReviewModel, reviewModel } from './review-model.ts';
import type { ReviewProps } from './review-props.ts';
import type { TickQueue } from './tick-queue.ts';

/** What a change did, and how to take it back; `undo` null for what cannot be. */
type Said = { readonly head: string; readonly rest: string; readonly undo: (() => void) | null };

/** Everything a reviewer can do to an item, and what is said about it afterwards. */
export function useReviewChanges(
  { me, desk, onHeard, onDecided }: ReviewProps,
  queue: TickQueue,
  model: ReviewModel,
  refOf: (id: CriterionId) => string,
) {
  const { client } = useTools();
  const words = reviewTexts;
  const [said, say] = useState<Said | null>(null);
  const [failure, fail] = useState<ApiError | null>(null);
  /** The accept-all whose offer to undo was put away. */
  const [hushed, hush] = useState<number | null>(null);
  const { evidence } = queue.state();
  const params = { evidenceId: evidence.id };

  const attempt = async (job: () => Promise<void>) => {
    fail(null);
    onHeard();
    try {
      await job();
    } catch (error) {
      fail(error instanceof ApiError ? error : new ApiError('internal', String(error)));
    }
  };
  const tick = (ids: readonly CriterionId[], on: boolean) => {
    const changing = ids.filter((id) => mayTickHere(evidence, id) && model.own.has(id) !== on);
    if (changing.length === 0) return;
    fail(null);
    onHeard();
    void queue.wish(changing, on);
    if (changing.length === 1) return say(null);
    const undo = () => {
      void queue.wish(changing, !on);
      say(null);
    };
    const head = words.changes.ticked(criteriaCount(changing.length), model.column === 'trainee', on);
    say({ head, rest: '', undo });
  };
  const accept = ({ of, shown, among }: Pick<AcceptPrompt, 'of' | 'shown' | 'among'>) =>
    attempt(async () => {
      const body = { of, shown: [...shown], ...(among ? { among: [...among] } : {}) };
      const reply = await queue.act(
        (signal) => client.call('acceptAll', { params, body, signal }),
        (answer) => answer.evidence,
      );
      const left = reviewModel(queue.state(), me.person.name, '').undecided.size;
      const told = { of, into: model.column ?? 'assessor', learner: evidence.learner.givenName, left, refOf };
      say({ ...acceptedSentence(reply, told), undo: null });
    });
  const undoAcceptAll = () =>
    attempt(async () => {
      const { undo } = queue.state().evidence.may;
      if (!undo) return;
      await queue.act(
        (signal) => client.call('undoAcceptAll', { params, body: { sequence: undo.sequence }, signal }),
        (reply) => reply,
      );
      say({ head: words.changes.undone(undo.count), rest: '', undo: null });
    });
  const decide = (outcome: 'finish' | 'return', feedback: string) =>
    attempt(async () => {
      await queue.act(
        (signal) =>
          client.call(outcome === 'finish' ? 'finishReview' : 'returnEvidence', { params, body: { feedback }, signal }),
        (reply) => reply,
      );
      desk.keepDraft(evidence.id, '');
      const done = outcome === 'finish' ? words.decide.finished : words.decide.returned;
      onDecided(evidence.id, done(evidence.learner.name, evidence.title));
    });

  const handOver = (note: string) =>
    attempt(async () => {
      await queue.act(
        (signal) => client.call('handOver', { params, body: { note }, signal }),
        (reply) => reply,
      );
      onDecided(evidence.id, reviewTexts.handOver.done(evidence.learner.name, evidence.title));
    });

  const sayNotMet = (criterionIds: readonly CriterionId[], reason: string) =>
    attempt(async () => {
      const body = { criterionIds: [...criterionIds], reason };
      await queue.act(
        (signal) => client.call('sayNotMet', { params, body, signal }),
        (reply) => reply,
      );
      const words = qualityTexts.notMet;
      say({ head: words.done(criterionIds.length), rest: words.told(evidence.learner.givenName), undo: null });
    });

  const undoable = evidence.may.undo?.sequence === hushed ? null : evidence.may.undo;
  const offer: Said | null = undoable && {
    head: words.changes.accepted(undoable.count),
    rest: '',
    undo: null,
  };
  const telling = said ?? offer;
  return {
    telling: telling && { ...telling, undo: telling.undo ?? (undoable ? () => void undoAcceptAll() : null) },
    failure,
    tick,
    accept,
    decide,
    handOver,
    sayNotMet,
    dismissFailure: () => {
      queue.dismiss();
      fail(null);
    },
    dismissTelling: () => {
      say(null);
      hush(evidence.may.undo?.sequence ?? null);
      onHeard();
    },
  };
}
