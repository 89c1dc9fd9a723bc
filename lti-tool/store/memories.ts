import type { EnrolmentId } from '../../shared/domain/ids.ts';
import type { RoleMapping } from '../../shared/domain/roles.ts';
import type { Membership } from '../use-cases/membership.ts';
import type { Person, Session } from '../use-cases/people-ports.ts';
import type { Context, ResourceLink, Tenant } from '../use-cases/place-ports.ts';
import type { Clock } from '../use-cases/ports.ts';
import { createShortMemory, type ShortMemory } from '../use-cases/short-memory.ts';

/** How long another process may go on after a session was ended or a role changed, in milliseconds. This one stops at once. */
const accessMs = 2_000;
/** How long another process may see as it was what says nothing about who may do what, in milliseconds. */
const usualMs = 5_000;
/** A centre's last launch is known to the minute. */
const launchNoteMs = 60_000;

/**
 * What the stores remember of what they have just read. Whoever writes such a thing forgets it here after the write, in
 * whichever store that is; where one is missed, the time limit still holds.
 */
export type Memories = {
  /** By token hash. */
  readonly sessions: ShortMemory<Session>;
  /** By `memberKey`. */
  readonly memberships: ShortMemory<Membership>;
  /** By tenant. */
  readonly roleMappings: ShortMemory<RoleMapping>;
  readonly tenants: ShortMemory<Tenant>;
  readonly people: ShortMemory<Person>;
  /** Who somebody is that launches, by the LMS's name for them. Whoever is erased is somebody else from then on. */
  readonly launching: ShortMemory<Person>;
  readonly contexts: ShortMemory<Context>;
  readonly links: ShortMemory<ResourceLink>;
  readonly enrolmentIds: ShortMemory<EnrolmentId>;
  /** Contexts in which no score is stopped. */
  readonly running: ShortMemory<true>;
  /** Pages of the LMS, by all that is known of them. */
  readonly pages: ShortMemory<true>;
  /** By context: how often what waits there has changed. */
  readonly revisions: ShortMemory<number>;
  /** Tenants whose last launch is noted. */
  readonly launchNotes: ShortMemory<true>;
};

export function createMemories(clock: Clock): Memories {
  const memory = <T>(lifeMs: number) => createShortMemory<T>({ clock, lifeMs });
  return {
    sessions: memory(accessMs),
    memberships: memory(accessMs),
    roleMappings: memory(accessMs),
    tenants: memory(usualMs),
    people: memory(usualMs),
    launching: memory(accessMs),
    contexts: memory(usualMs),
    links: memory(usualMs),
    enrolmentIds: memory(usualMs),
    running: memory(usualMs),
    pages: memory(usualMs),
    revisions: memory(accessMs),
    launchNotes: memory(launchNoteMs),
  };
}

export const memoryKey = (...parts: readonly unknown[]): string => JSON.stringify(parts);
export const memberKey = ({
  tenantId,
  contextId,
  personId,
}: Pick<Membership, 'tenantId' | 'contextId' | 'personId'>): string => memoryKey(tenantId, contextId, personId);
