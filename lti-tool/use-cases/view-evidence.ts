import { type AcceptSource, acceptable, mayAcceptAll, undoable } from '../../shared/domain/accepting.ts';
import { mayComment } from '../../shared/domain/commenting.ts';
import { columnOf, confirmedIn, type Evidence, type Tick, unconfirmedIn } from '../../shared/domain/evidence.ts';
import type { CriterionId, EnrolmentId, EvidenceId } from '../../shared/domain/ids.ts';
import { openToNotMet } from '../../shared/domain/not-met.ts';
import {
  mayEdit,
  mayFinishReview,
  mayHandOver,
  mayReturn,
  maySubmit,
  mayWithdraw,
} from '../../shared/domain/reviewing.ts';
import { threadOf } from '../../shared/domain/thread.ts';
import { decidableAgain, mayTick } from '../../shared/domain/ticking.ts';
import type { EvidenceOutline } from './evidence-ports.ts';
import { found } from './failure.ts';
import { namesOf } from './names.ts';
import type { Stores } from './ports.ts';
import { actorOf, maySee, type Principal, visibleEnrolment, visibleEvidence } from './principal.ts';
import { peopleInSamples, samplesSeen } from './quality/samples-seen.ts';

type Deps = { readonly stores: Stores };

const summaryFields = (item: EvidenceOutline) => ({
  id: item.id,
  title: item.title,
  method: item.method,
  status: item.status,
  ticked: item.ticks.learner.length,
  confirmed: confirmedIn(item).size,
  unconfirmed: unconfirmedIn(item).size,
  submittedAt: item.submittedAt,
  updatedAt: item.updatedAt,
});

const shortened = (text: string): string => (text.length > 160 ? `${text.slice(0, 157)}...` : text);

/** The evidence of an enrolment that the asker may see, newest first. */
export async function listEvidence(deps: Deps, principal: Principal, enrolmentId: EnrolmentId) {
  const enrolment = await visibleEnrolment(deps.stores, principal, enrolmentId);
  const items = await deps.stores.evidence.ofEnrolment(principal.tenantId, enrolment.id);
  const visible = items.filter((item) => maySee(principal, item));
  const nameOf = await namesOf(
    deps.stores,
    principal.tenantId,
    visible.flatMap(({ madeById }) => madeById ?? []),
  );
  visible.sort((a, b) => (a.updatedAt < b.updatedAt ? 1 : -1));
  return {
    items: visible.map((item) => ({
      ...summaryFields(item),
      madeByName: item.madeById && nameOf(item.madeById).name,
      attachments: item.attachments.length,
      lastFeedback: item.feedback.at(-1)?.text ? shortened(item.feedback.at(-1)?.text ?? '') : null,
    })),
  };
}

/** What accepting all ticks of a column would add for the asker now; empty where they may not. */
function offered(item: Evidence, principal: Principal, of: AcceptSource): CriterionId[] {
  const column = columnOf(principal.role);
  if (column === null || !mayAcceptAll(item, actorOf(principal), of).allowed) return [];
  return acceptable(item, of, column);
}

/** What the asker may do to an item now, by the rules. */
function permissions(item: Evidence, principal: Principal) {
  const actor = actorOf(principal);
  const entry = undoable(item, actor);
  const submit = maySubmit(item, actor);
  return {
    tick: mayTick(item, actor).allowed ? columnOf(principal.role) : null,
    edit: mayEdit(item, actor).allowed,
    // The button is there before the first tick; the rule itself speaks when it is pressed.
    submit: submit.allowed || submit.code === 'nothingTicked',
    withdraw: mayWithdraw(item, actor).allowed,
    finish: mayFinishReview(item, actor).allowed,
    return: mayReturn(item, actor, 'words').allowed,
    handOver: mayHandOver(item, actor).allowed,
    comment: mayComment(item, actor, 'words').allowed,
    again:
      actor.role === 'assessor' && item.status === 'assessed' && mayTick(item, actor).allowed
        ? [...decidableAgain(item)]
        : [],
    notMet: openToNotMet(item, actor),
    acceptLearner: offered(item, principal, 'learner'),
    acceptTrainee: offered(item, principal, 'trainee'),
    undo: entry?.change.kind === 'acceptedAll' ? { sequence: entry.sequence, count: entry.change.added.length } : null,
  };
}
/** An item as the asker sees it, names and permissions included. */
export async function evidenceView(deps: Deps, principal: Principal, item: Evidence) {
  const { stores } = deps;
  const { tenantId, learnerId, madeById, ticks, feedback } = item;
  const allTicks = [...ticks.learner, ...ticks.trainee, ...ticks.assessor];
  // A hand-over is a word among staff.
  const forStaff = principal.role !== 'learner';
  const handOver = forStaff ? item.handOver : null;
  const thread = threadOf(item.history).filter(({ kind }) => forStaff || kind !== 'handedOver');
  const actors = [...allTicks, ...feedback, ...thread, ...(handOver ? [handOver] : [])].map(({ byId }) => byId);
  const [nameOf, enrolment] = await Promise.all([
    namesOf(stores, tenantId, [learnerId, ...(madeById ? [madeById] : []), ...actors, ...peopleInSamples(item)]),
    stores.enrolments.find(tenantId, item.enrolmentId),
  ]);
  const tickView = (tick: Tick) => ({ criterionId: tick.criterionId, byName: nameOf(tick.byId).name, at: tick.at });
  return {
    ...summaryFields(item),
    enrolmentId: item.enrolmentId,
    learner: nameOf(learnerId),
    madeByName: madeById && nameOf(madeById).name,
    qualificationId: item.qualificationId,
    unitRefs: [...found(enrolment).unitRefs],
    narrative: item.narrative,
    attachments: item.attachments.map(({ id, name, size, mediaType }) => ({ id, name, size, mediaType })),
    links: [...item.links],
    ticks: {
      learner: ticks.learner.map(tickView),
      trainee: ticks.trainee.map(tickView),
      assessor: ticks.assessor.map(tickView),
    },
    reopened: item.reopenings.map((reopening) => reopening.criterionId),
    samples: samplesSeen(item, principal, nameOf),
    feedback: feedback.map((said) => ({
      byName: nameOf(said.byId).name,
      at: said.at,
      text: said.text,
      outcome: said.outcome,
    })),
    thread: thread.map(({ byId, actingAs, criterionIds, ...said }) => ({
      ...said,
      byName: nameOf(byId).name,
      role: actingAs,
      yours: byId === principal.personId,
      criterionIds: [...criterionIds],
    })),
    handOver: handOver && { byName: nameOf(handOver.byId).name, at: handOver.at, note: handOver.note },
    version: item.version,
    may: permissions(item, principal),
  };
}

export async function viewEvidence(deps: Deps, principal: Principal, id: EvidenceId) {
  return evidenceView(deps, principal, await visibleEvidence(deps.stores, principal, id));
}
