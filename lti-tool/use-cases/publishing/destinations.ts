import type { PersonId, TenantId } from '../../../shared/domain/ids.ts';
import type { Qualification } from '../../../shared/domain/qualification.ts';
import type { Enrolment } from '../enrolment-ports.ts';
import type { ResourceLink, Tenant } from '../place-ports.ts';
import type { Clock, Stores } from '../ports.ts';

/** Where the scores of an enrolment go. */
export type Destination = {
  readonly tenant: Tenant;
  /** The resource link whose gradebook column is used; null where the context has none for the qualification. */
  readonly link: ResourceLink | null;
  readonly qualification: Qualification;
  /** LTI `sub` of the learner. */
  readonly userId: string;
  /** The columns wanted: null for the whole qualification, and units by their ref. */
  readonly units: readonly (string | null)[];
};

/** A link as far as columns can be made by it, without one of its own. */
const columnless = (link: ResourceLink | undefined): ResourceLink | null =>
  link === undefined ? null : { ...link, lineItemUrl: null };

const freshFor = 2_000;

/**
 * Looks destinations up for many enrolments at once. What seldom changes is kept for two seconds; links are read once for
 * each call, after the lease: a choice of columns makes its scores due, and must not meet links from before it.
 */
export function createDestinations(stores: Stores, clock: Clock) {
  const kept = new Map<string, { readonly at: number; readonly value: Promise<unknown> }>();
  const once = <T>(key: string, load: () => Promise<T>): Promise<T> => {
    const known = kept.get(key);
    const age = known ? clock.now() - known.at : Number.NaN;
    if (known && age >= 0 && age < freshFor) return known.value as Promise<T>;
    if (kept.size > 1_000) kept.clear();
    const value = load();
    kept.set(key, { at: clock.now(), value });
    value.catch(() => kept.delete(key));
    return value;
  };

  return {
    tenant: (id: TenantId): Promise<Tenant | null> => once(`tenant ${id}`, () => stores.tenants.find(id)),

    /** The destination of each; null where its tenant, learner or qualification is gone. */
    async ofMany(enrolments: readonly Enrolment[]): Promise<Array<Destination | null>> {
      const learners = new Map<TenantId, PersonId[]>();
      for (const { tenantId, learnerId } of enrolments)
        learners.set(tenantId, [...(learners.get(tenantId) ?? []), learnerId]);
      const people = (await Promise.all([...learners].map(([id, ids]) => stores.people.findMany(id, ids)))).flat();
      const links = new Map<string, Promise<ResourceLink[]>>();
      const linksOf = ({ tenantId, contextId }: Enrolment): Promise<ResourceLink[]> => {
        const key = `${tenantId} ${contextId}`;
        const found = links.get(key) ?? stores.places.linksOfContext(tenantId, contextId);
        links.set(key, found);
        return found;
      };
      const userIds = new Map(people.map((person) => [`${person.tenantId} ${person.id}`, person.lmsUserId]));
      return Promise.all(
        enrolments.map(async (enrolment) => {
          const { tenantId, qualificationId, learnerId, unitRefs } = enrolment;
          const [tenant, all, qualification] = await Promise.all([
            once(`tenant ${tenantId}`, () => stores.tenants.find(tenantId)),
            linksOf(enrolment),
            once(`qualification ${tenantId} ${qualificationId}`, () =>
              stores.qualifications.find(tenantId, qualificationId),
            ),
          ]);
          const userId = userIds.get(`${tenantId} ${learnerId}`);
          if (!tenant || !qualification || userId === undefined) return null;
          const mine = all.filter((link) => link.qualificationId === qualificationId);
          // A link of a unit has that unit's column.
          const whole = mine.find((one) => one.lineItemUrl && !one.unitRef);
          const link = whole ?? columnless(mine.find((one) => one.lineItemsUrl) ?? mine[0]);
          const perUnit = mine.some((one) => one.scoreColumns === 'units');
          return { tenant, link, qualification, userId, units: perUnit ? [null, ...unitRefs] : [null] };
        }),
      );
    },
  };
}
