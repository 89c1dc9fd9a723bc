import { useMemo, useRef, useState } from 'preact/hooks';
import type { EvidenceView } from '../../../../shared/api/views.ts';
import type { AcceptSource } from '../../../../shared/domain/accepting.ts';
import type { CriterionId, EvidenceId } from '../../../../shared/domain/ids.ts';
import { reviewTexts } from '../../../../shared/texts/review.ts';
import { goTo } from '../../app/router.ts';
import { useTools } from '../../app/toolbox.ts';
import { useLive } from '../../app/use-live.ts';
import { treeRows } from '../../criteria/tree-rows.ts';
import { Icon } from '../../parts/Icon.tsx';
import { ScrollRegion } from '../../parts/ScrollRegion.tsx';
import { Toast } from '../../parts/Toast.tsx';
import { ActionNotices } from '../../quality/ActionNotices.tsx';
import { placeInQueue } from '../waiting-queue.ts';
import { AcceptDialog } from './AcceptDialog.tsx';
import { AcceptLinks } from './AcceptLinks.tsx';
import { type AcceptPart, acceptParts } from './accept-parts.ts';
import { acceptPrompt } from './accept-prompt.ts';
import { CriteriaTable } from './CriteriaTable.tsx';
import { criterionNames } from './criterion-names.ts';
import { DecisionBar } from './DecisionBar.tsx';
import { EvidencePane } from './EvidencePane.tsx';
import { HelpSheet } from './HelpSheet.tsx';
import { Jump } from './Jump.tsx';
import { NewsNotice } from './NewsNotice.tsx';
import { NobodyTicked } from './NobodyTicked.tsx';
import { ReviewHeader } from './ReviewHeader.tsx';
import { reviewModel } from './review-model.ts';
import type { ReviewProps } from './review-props.ts';
import { criterionIds, nextUndecided, splitCriteria } from './review-rows.ts';
import { SaveNotice } from './SaveNotice.tsx';
import { useReviewChanges } from './use-review-changes.ts';
import { useReviewKeys } from './use-review-keys.ts';
import { useTickQueue } from './use-tick-queue.ts';

/** The review of one item: what was opened first, and from then on what the tick queue knows. */
export function ReviewScreen(props: ReviewProps & { readonly evidence: EvidenceView }) {
  const { me, qualification, desk } = props;
  const { now } = useTools();
  const { queue, state } = useTickQueue(desk, props.evidence);
  const { evidence } = state;
  useLive('evidence', { evidenceId: evidence.id }, queue.take);
  const model = useMemo(
    () => reviewModel(state, me.person.name, new Date(now()).toISOString()),
    [state, me.person.name, now],
  );
  // One's own column as it was first: a criterion must not jump away from under the hand that ticks it.
  const split = useMemo(() => {
    const own = model.column === null ? {} : { [model.column]: props.evidence.ticks[model.column] };
    return splitCriteria(qualification, { unitRefs: evidence.unitRefs, ticks: { ...evidence.ticks, ...own } });
  }, [qualification, props.evidence, evidence, model.column]);
  const rows = useMemo(
    () => treeRows(qualification, { unitRefs: split.unitRefs, query: '', folded: new Set(), only: split.offered }),
    [qualification, split],
  );
  const order = useMemo(() => criterionIds(rows), [rows]);
  const severalUnits = split.unitRefs.length > 1;
  const plainUnit = severalUnits ? undefined : split.unitRefs[0];
  const names = useMemo(() => criterionNames(qualification, plainUnit), [qualification, plainUnit]);
  const refOf = (id: CriterionId) => names.get(id)?.ref ?? id;
  const changes = useReviewChanges(props, queue, model, refOf);

  const [current, setCurrent] = useState(() => nextUndecided(order, model.undecided, null, 1));
  const [asking, ask] = useState<AcceptPart | 'help' | null>(null);
  const [heard, announce] = useState('');
  const pane = useRef<HTMLElement>(null);
  const toPane = () => pane.current?.focus({ preventScroll: true });

  const place = placeInQueue(props.queue, evidence.id);
  const go = (to: EvidenceId | null) => to !== null && goTo('evidence', to);
  const move = (step: 1 | -1, focus: boolean) => {
    const to = nextUndecided(order, model.undecided, current, step);
    const beyond = step === 1 ? place.next : place.previous;
    const from = current === null ? -1 : order.indexOf(current);
    const isRound = to !== null && from >= 0 && (order.indexOf(to) - from) * step <= 0;
    // Past the last one here, the next learner's evidence comes.
    if (beyond !== null && (to === null || isRound)) return go(beyond);
    if (to === null) return;
    setCurrent(to);
    const row = pane.current?.querySelector(`tr[data-criterion="${CSS.escape(to)}"]`);
    row?.scrollIntoView({ block: 'nearest' });
    if (focus) row?.querySelector<HTMLElement>('input')?.focus({ preventScroll: true });
    else announce(`${refOf(to)} ${names.get(to)?.text ?? ''}`);
  };
  const stillOffered = (ids: readonly CriterionId[]) => ids.filter((id) => state.wishes.get(id) !== true);
  const offers = {
    learner: stillOffered(evidence.may.acceptLearner),
    trainee: stillOffered(evidence.may.acceptTrainee),
  };
  const askAll = (of: AcceptSource | null) => of && ask({ of, ids: offers[of], among: null, place: null });
  const parts = acceptParts(rows, offers);
  const keys = useReviewKeys({
    j: () => move(1, true),
    k: () => move(-1, true),
    x: () => current !== null && changes.tick([current], !model.own.has(current)),
    a: () => askAll(offers.learner.length > 0 ? 'learner' : offers.trainee.length > 0 ? 'trainee' : null),
    n: () => go(place.next),
    p: () => go(place.previous),
    '?': () => ask('help'),
  });
  const prompt =
    asking !== null && asking !== 'help' ? acceptPrompt(qualification, evidence, model, asking, now()) : null;

  const { telling } = changes;
  const trainee = model.column === 'trainee';
  const table = { model, evidence, current, onCurrent: setCurrent, onTick: changes.tick };
  const accepting = { parts, onAccept: ask };
  return (
    <main class="review">
      <ReviewHeader
        me={me}
        evidence={evidence}
        place={place}
        total={props.queue.length}
        now={now()}
        onHelp={() => ask('help')}
      />
      <EvidencePane evidence={evidence} now={now()} onCommented={queue.take} />
      <ScrollRegion class="pane" label={reviewTexts.criteria} region={pane}>
        <ActionNotices evidence={evidence} names={names} onNotMet={changes.sayNotMet} />
        <AcceptLinks offers={offers} onAsk={askAll} />
        <CriteriaTable
          {...table}
          {...accepting}
          rows={rows}
          withUnit={severalUnits}
          caption={reviewTexts.caption}
          head={
            <Jump
              count={model.undecided.size}
              trainee={trainee}
              beyond={place.next !== null || place.previous !== null}
              saving={state.saving}
              onMove={(step) => move(step, false)}
            />
          }
        />
        <NobodyTicked {...table} qualification={qualification} split={split} />
      </ScrollRegion>
      <div class="below">
        <NewsNotice
          news={state.news}
          learner={evidence.learner.givenName}
          refOf={refOf}
          onNoted={() => {
            queue.noted();
            toPane();
          }}
        />
        <SaveNotice
          problem={state.problem}
          unsent={props.unsent}
          failure={changes.failure}
          refOf={refOf}
          onRetry={() => void desk.retryAll()}
          onDismiss={changes.dismissFailure}
        />
        <Toast
          message={
            telling ? (
              <>
                <b>{telling.head}</b> {telling.rest}
              </>
            ) : (
              props.said
            )
          }
          action={
            telling?.undo && (
              <button
                type="button"
                class="button"
                onClick={() => {
                  telling.undo?.();
                  toPane();
                }}
              >
                <Icon name="undo" /> {reviewTexts.undo}
              </button>
            )
          }
          onDismiss={() => {
            changes.dismissTelling();
            toPane();
          }}
        />
        <DecisionBar
          me={me}
          evidence={evidence}
          undecided={model.undecided.size}
          next={place.next}
          draft={desk.draftOf(evidence.id)}
          onDraft={(text) => desk.keepDraft(evidence.id, text)}
          now={now()}
          onDecide={changes.decide}
          onHandOver={changes.handOver}
        />
      </div>
      <p class="sr" role="status">
        {heard}
      </p>
      {prompt && (
        <AcceptDialog
          prompt={prompt}
          onCancel={() => ask(null)}
          onConfirm={() => changes.accept(prompt).finally(() => ask(null))}
          home={() => pane.current}
        />
      )}
      {asking === 'help' && <HelpSheet keys={keys} onClose={() => ask(null)} trainee={trainee} />}
    </main>
  );
}
