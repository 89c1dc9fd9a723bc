import type { Actor, Evidence, Origin } from '../../shared/domain/evidence.ts';
import type {
  ContextId,
  EnrolmentId,
  EvidenceId,
  PersonId,
  ResourceLinkId,
  TenantId,
} from '../../shared/domain/ids.ts';
import type { Role } from '../../shared/domain/roles.ts';
import { currentRole } from './current-role.ts';
import type { Enrolment } from './enrolment-ports.ts';
import { Failure, found } from './failure.ts';
import type { Session } from './people-ports.ts';
import { type Clock, type Crypto, instantOf, type Stores } from './ports.ts';

/** Who asks: a person in a role, in one context of one tenant. Made from a session only. */
export type Principal = {
  readonly tenantId: TenantId;
  readonly personId: PersonId;
  readonly contextId: ContextId;
  readonly linkId: ResourceLinkId;
  readonly role: Role;
  readonly origin: Origin;
  /** The language the LMS was used in, as a BCP 47 tag; null where it did not say. */
  readonly locale?: string | null;
  /** The act of a client that this call belongs to. */
  readonly actId?: string;
};

export const actorOf = (principal: Principal): Actor => ({
  personId: principal.personId,
  role: principal.role,
  origin: principal.origin,
  ...(principal.actId === undefined ? {} : { actId: principal.actId }),
});

const hour = 3_600_000;
/** A session lives this long after its last use, in milliseconds. */
export const sessionLifetime = 8 * hour;
/** It is written back at most once in this time, so that reading stays cheap. */
const extendAfter = hour / 6;

type Deps = {
  readonly stores: Pick<Stores, 'sessions' | 'people' | 'centre'>;
  readonly clock: Clock;
  readonly crypto: Crypto;
};

/**
 * The person behind a session token. The role is read afresh, so that a manager's change works at once.
 * @throws Failure sessionMissing, sessionEnded
 */
export async function authenticate(deps: Deps, token: string | null): Promise<Principal> {
  if (token === null || token === '') throw new Failure('sessionMissing');
  const session = await deps.stores.sessions.find(deps.crypto.sha256(token), instantOf(deps.clock));
  if (session === null) throw new Failure('sessionEnded');
  await extend(deps, session);
  const { tenantId, contextId, personId } = session;
  const role = await currentRole(deps.stores, tenantId, contextId, personId);
  if (!role) throw new Failure('sessionEnded');
  return {
    tenantId,
    personId,
    contextId,
    linkId: session.resourceLinkId,
    role,
    origin: 'panel',
    locale: session.locale,
  };
}

async function extend(deps: Deps, session: Session): Promise<void> {
  const expiresAt = deps.clock.now() + sessionLifetime;
  if (expiresAt - Date.parse(session.expiresAt) < extendAfter) return;
  await deps.stores.sessions.extend(session.tokenHash, new Date(expiresAt).toISOString());
}

/** A learner sees their own enrolment; everybody else those of the context they launched from. */
export async function visibleEnrolment(
  stores: Pick<Stores, 'enrolments'>,
  principal: Principal,
  id: EnrolmentId,
): Promise<Enrolment> {
  const enrolment = found(await stores.enrolments.find(principal.tenantId, id));
  const mine = enrolment.learnerId === principal.personId;
  if (enrolment.contextId !== principal.contextId || (principal.role === 'learner' && !mine))
    throw new Failure('notFound');
  return enrolment;
}

/** A learner sees their own evidence; staff see what was submitted at some time, never a draft. */
export function maySee(
  principal: Principal,
  item: Pick<Evidence, 'contextId' | 'learnerId' | 'status' | 'submittedAt'>,
): boolean {
  if (item.contextId !== principal.contextId) return false;
  return principal.role === 'learner' ? item.learnerId === principal.personId : item.submittedAt !== null;
}

export async function visibleEvidence(
  stores: Pick<Stores, 'evidence'>,
  principal: Principal,
  id: EvidenceId,
): Promise<Evidence> {
  const item = found(await stores.evidence.find(principal.tenantId, id));
  if (!maySee(principal, item)) throw new Failure('notFound');
  return item;
}
