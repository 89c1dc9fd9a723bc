import { type AcceptSource, acceptance, mayAcceptAll, undoable } from '../../shared/domain/accepting.ts';
import { columnOf, type Evidence } from '../../shared/domain/evidence.ts';
import type { CriterionId, EvidenceId } from '../../shared/domain/ids.ts';
import { criteriaOfUnits } from '../../shared/domain/qualification.ts';
import { mayChangeTicks, type TickChange, tickDifference, withTicks } from '../../shared/domain/ticking.ts';
import { actOf, type ChangeDeps, changeEvidence, require } from './change-evidence.ts';
import { Failure, found } from './failure.ts';
import { actorOf, type Principal } from './principal.ts';

/** The criteria that may be ticked on an item: those of the enrolment's chosen units. */
async function knownCriteria(deps: ChangeDeps, item: Evidence): Promise<Set<CriterionId>> {
  const [enrolment, qualification] = await Promise.all([
    deps.stores.enrolments.find(item.tenantId, item.enrolmentId),
    deps.stores.qualifications.find(item.tenantId, item.qualificationId),
  ]);
  return new Set(criteriaOfUnits(found(qualification), found(enrolment).unitRefs).map((criterion) => criterion.id));
}

/** Ticks and unticks criteria in one's own column (R1-R3, R5). */
export async function changeTicks(
  deps: ChangeDeps,
  principal: Principal,
  id: EvidenceId,
  wish: Omit<TickChange, 'column'>,
): Promise<Evidence> {
  const column = columnOf(principal.role);
  if (column === null) throw new Failure('roleNotAllowed');
  const actor = actorOf(principal);
  const { item } = await changeEvidence(deps, principal, id, async (current, at) => {
    const change = { column, ...wish };
    require(mayChangeTicks(current, actor, change, await knownCriteria(deps, current)));
    const { added, removed } = tickDifference(current, actor, change, at);
    if (added.length === 0 && removed.length === 0) return { kind: 'unchanged', result: null };
    return {
      kind: 'changed',
      item: withTicks(current, column, added, removed),
      change: { kind: 'ticked', column, added, removed },
      result: null,
    };
  });
  return item;
}

/** Accepts every tick of a column that the person was shown, in one atomic change (R4). */
export async function acceptAll(
  deps: ChangeDeps,
  principal: Principal,
  id: EvidenceId,
  wish: {
    readonly of: AcceptSource;
    readonly shown: readonly CriterionId[];
    /** The criteria of the unit or outcome asked about; all without. */
    readonly among?: readonly CriterionId[] | undefined;
  },
) {
  const actor = actorOf(principal);
  const among = wish.among ? new Set(wish.among) : null;
  const { item, result } = await changeEvidence(deps, principal, id, (current, at) => {
    require(mayAcceptAll(current, actor, wish.of));
    const accepted = acceptance(current, actor, wish.of, wish.shown, at, among);
    const column = columnOf(principal.role);
    if (column === null || accepted.added.length === 0) return { kind: 'unchanged', result: accepted };
    return {
      kind: 'changed',
      item: withTicks(current, column, accepted.added, []),
      change: { kind: 'acceptedAll', column, of: wish.of, added: accepted.added },
      result: accepted,
    };
  });
  if (result) return { item, acceptance: result };
  const before = actOf(item, principal);
  const added = before?.kind === 'acceptedAll' ? before.added : [];
  return { item, acceptance: { added, noLongerTicked: [], notShown: [], alreadyDecided: [] } };
}

/** Takes back one's own accept-all while nothing on the item has changed since (R10). */
export async function undoAcceptAll(
  deps: ChangeDeps,
  principal: Principal,
  id: EvidenceId,
  sequence: number,
): Promise<Evidence> {
  const { item } = await changeEvidence(deps, principal, id, (current) => {
    const entry = undoable(current, actorOf(principal));
    if (entry?.sequence !== sequence || entry.change.kind !== 'acceptedAll') throw new Failure('undoTooLate');
    const { column, added } = entry.change;
    return {
      kind: 'changed',
      item: withTicks(current, column, [], added),
      change: { kind: 'undone', sequence, column, removed: added },
      result: null,
    };
  });
  return item;
}
