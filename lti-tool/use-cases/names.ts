import type { PersonId, TenantId } from '../../shared/domain/ids.ts';
import type { Person } from './people-ports.ts';
import type { Stores } from './ports.ts';

export type NamedPerson = { readonly id: PersonId; readonly name: string; readonly givenName: string };

/** A stable short code for a person whose platform withholds names: "Person 7F3A0C". */
const shortCode = (id: PersonId): string =>
  `Person ${id
    .replace(/[^0-9a-z]/gi, '')
    .slice(0, 6)
    .toUpperCase()}`;

/** A person as others see them. */
export function named(person: Pick<Person, 'id' | 'name' | 'givenName'>): NamedPerson {
  const name = person.name ?? shortCode(person.id);
  return { id: person.id, name, givenName: person.givenName ?? name.split(' ')[0] ?? name };
}

/** Looks several people up at once; the answer names anybody, a stranger by short code. */
export async function namesOf(
  stores: Pick<Stores, 'people'>,
  tenantId: TenantId,
  ids: Iterable<PersonId>,
): Promise<(id: PersonId) => NamedPerson> {
  const wanted = [...new Set(ids)];
  const people = wanted.length === 0 ? [] : await stores.people.findMany(tenantId, wanted);
  const byId = new Map(people.map((person) => [person.id, named(person)]));
  return (id) => byId.get(id) ?? named({ id, name: null, givenName: null });
}
