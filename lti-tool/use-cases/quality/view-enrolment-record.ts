import type { Change } from '../../../shared/domain/evidence.ts';
import type { EnrolmentId } from '../../../shared/domain/ids.ts';
import { namesOf } from '../names.ts';
import type { Crypto, Stores } from '../ports.ts';
import { maySee, type Principal, visibleEnrolment } from '../principal.ts';
import { recordCheck } from './record-check.ts';

type Deps = { readonly stores: Stores; readonly crypto: Crypto };

/** What an entry of a record did, without the texts that were written: those stand with the evidence. */
function deedOf(change: Change) {
  switch (change.kind) {
    case 'ticked':
      return { kind: change.kind, column: change.column, added: change.added.length, removed: change.removed.length };
    case 'acceptedAll':
      return { kind: change.kind, column: change.column, of: change.of, added: change.added.length };
    case 'undone':
      return { kind: change.kind, removed: change.removed.length };
    case 'status':
      return { kind: change.kind, after: change.after };
    case 'sampled': {
      const actions = change.confirmations.filter(({ outcome }) => outcome === 'actionRequired').length;
      return { kind: change.kind, accepted: change.confirmations.length - actions, actions };
    }
    case 'notMet':
      return { kind: change.kind, criteria: change.criterionIds.length };
    default:
      return { kind: change.kind };
  }
}

/**
 * The whole record of a learner's qualification, item by item, oldest first, with the check of each item's chain (R11).
 * Who it is about does not change it, and neither does who reads it.
 */
export async function viewEnrolmentRecord(deps: Deps, principal: Principal, enrolmentId: EnrolmentId) {
  const { stores, crypto } = deps;
  const { tenantId } = principal;
  const enrolment = await visibleEnrolment(stores, principal, enrolmentId);
  const outlines = await stores.evidence.ofEnrolment(tenantId, enrolment.id);
  const seen = outlines.filter((item) => maySee(principal, item)).sort((a, b) => (a.createdAt < b.createdAt ? -1 : 1));
  const whole = await Promise.all(seen.map(({ id }) => stores.evidence.find(tenantId, id)));
  const items = whole.filter((item) => item !== null);
  const nameOf = await namesOf(
    stores,
    tenantId,
    items.flatMap(({ history }) => history.map(({ byId }) => byId)),
  );
  return {
    items: items.map((item) => ({
      evidenceId: item.id,
      title: item.title,
      record: recordCheck(item, crypto),
      entries: item.history.map(({ sequence, at, byId, actingAs, origin, change }) => ({
        ...{ sequence, at, actingAs, origin },
        byName: nameOf(byId).name,
        deed: deedOf(change),
      })),
    })),
  };
}
