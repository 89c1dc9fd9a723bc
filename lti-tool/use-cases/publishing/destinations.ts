import type { PersonId, TenantId } from '../../../shared/domain/ids.ts';
import type { Qualification } from '../../../shared/domain/qualification.ts';
import type { Clock, Enrolment, ResourceLink, Stores, Tenant } from '../ports.ts';

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
 * Looks destinations up for many enrolments at once. What a course's enrolments share is kept for two seconds,
 * so that a thousand scores of one course do not read its links a thousand times.
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
      const userIds = new Map(people.map((person) => [`${person.tenantId} ${person.id}`, person.lmsUserId]));
      return Promise.all(
        enrolments.map(async (enrolment) => {
          const { tenantId, contextId, qualificationId, learnerId, unitRefs } = enrolment;
          const [tenant, links, qualification] = await Promise.all([
            once(`tenant ${tenantId}`, () => stores.tenants.find(tenantId)),
            once(`links ${tenantId} ${contextId}`, () => stores.places.linksOfContext(tenantId, contextId)),
            once(`qualification ${tenantId} ${qualificationId}`, () =>
              stores.qualifications.find(tenantId, qualificationId),
            ),
          ]);
          const userId = userIds.get(`${tenantId} ${learnerId}`);
          if (!tenant || !qualification || userId === undefined) return null;
          const mine = links.filter((link) => link.qualificationId === qualificationId);
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
