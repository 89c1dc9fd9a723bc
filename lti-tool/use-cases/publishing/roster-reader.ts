import type { Member } from '../lti-ports.ts';
import type { Destination } from './destinations.ts';
import { callSignal, type PublishDeps } from './publish-deps.ts';

const freshFor = 30_000;

/** Asks the platform who is enrolled, at most every half minute for a context. */
export function createRosterReader(deps: PublishDeps) {
  const kept = new Map<string, { readonly at: number; readonly members: Promise<Member[] | null> }>();

  function members(
    { tenant, link }: Pick<Destination, 'tenant' | 'link'>,
    signal: AbortSignal | undefined,
  ): Promise<Member[] | null> {
    const { roster, clock } = deps;
    if (!roster || !link?.membershipsUrl) return Promise.resolve(null);
    const key = `${link.tenantId} ${link.membershipsUrl}`;
    const known = kept.get(key);
    const age = known ? clock.now() - known.at : Number.NaN;
    if (known && age >= 0 && age < freshFor) return known.members;
    if (kept.size > 500) kept.clear();
    const address = { issuer: tenant.issuer, clientId: tenant.clientId, membershipsUrl: link.membershipsUrl };
    const asked = roster.members(address, callSignal(deps, signal)).then(
      (found) => (Array.isArray(found) ? found : null),
      () => null,
    );
    kept.set(key, { at: clock.now(), members: asked });
    return asked;
  }

  return {
    /** Whether the platform lists the learner; null where it does not say. */
    async isListed(to: Destination, signal?: AbortSignal): Promise<boolean | null> {
      const found = await members(to, signal);
      return found?.some((member) => member.userId === to.userId && member.active) ?? null;
    },
    /** LTI `sub` of everybody the platform lists as active; null where it does not say. */
    async listed(to: Pick<Destination, 'tenant' | 'link'>, signal?: AbortSignal): Promise<ReadonlySet<string> | null> {
      const found = await members(to, signal);
      return found && new Set(found.filter((member) => member.active).map((member) => member.userId));
    },
  };
}
export type RosterReader = ReturnType<typeof createRosterReader>;
