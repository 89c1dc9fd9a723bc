import type { PeopleView } from '../../../shared/api/centre-views.ts';

export type PersonRow = PeopleView['people'][number];
export const peopleFilters = ['all', 'staff', 'set', 'never'] as const;
export type PeopleFilter = (typeof peopleFilters)[number];

const passes: Readonly<Record<PeopleFilter, (row: PersonRow) => boolean>> = {
  all: () => true,
  staff: ({ role }) => role !== 'learner',
  set: ({ setRole }) => setRole !== null,
  never: ({ lastLaunchAt }) => lastLaunchAt === null,
};

/** The people behind a filter, and of those the ones whose name contains every word of the search. */
export function shownPeople(people: readonly PersonRow[], filter: PeopleFilter, query: string): PersonRow[] {
  const words = query.toLowerCase().split(/\s+/).filter(Boolean);
  return people.filter(
    (row) => passes[filter](row) && words.every((word) => row.person.name.toLowerCase().includes(word)),
  );
}
