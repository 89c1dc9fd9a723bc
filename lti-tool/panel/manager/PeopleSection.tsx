import { useState } from 'preact/hooks';
import type { PeopleView } from '../../../shared/api/centre-views.ts';
import { type Role, roles } from '../../../shared/domain/roles.ts';
import { managerTexts } from '../../../shared/texts/manager.ts';
import { useTools } from '../app/toolbox.ts';
import { useResource } from '../app/use-resource.ts';
import { FilterButtons } from '../assessor/FilterButtons.tsx';
import { SearchField } from '../assessor/SearchField.tsx';
import { shortDate } from '../parts/dates.ts';
import { Toast } from '../parts/Toast.tsx';
import { Trouble } from '../parts/Trouble.tsx';
import { type PeopleFilter, type PersonRow, peopleFilters, shownPeople } from './people-rows.ts';
import { useChange } from './use-change.ts';
import { Waiting } from './Waiting.tsx';

/** Everybody of the course: what the LMS says of them beside the role that a manager set. */
export function PeopleSection() {
  const { client } = useTools();
  const { resource, reload, set } = useResource<PeopleView>((signal) => client.call('people', { signal }), []);
  const { busy, fault, said, make, hear } = useChange();
  const [filter, setFilter] = useState<PeopleFilter>('all');
  const [query, setQuery] = useState('');
  const words = managerTexts.people;
  if (resource.value === null)
    return <Waiting error={resource.state === 'failed' ? resource.error : null} retry={reload} />;
  const { people } = resource.value;
  const shown = shownPeople(people, filter, query);
  const change = ({ person }: PersonRow, role: Role | null) =>
    make(async () => {
      set(await client.call('changeRole', { params: { personId: person.id }, body: { role } }));
      return words.done(person.name, role && managerTexts.roleNames[role].toLowerCase());
    });
  return (
    <section aria-labelledby="people-heading">
      <h2 id="people-heading">{words.title}</h2>
      <p class="quiet">{words.intro}</p>
      <div class="line">
        <FilterButtons
          label={words.title}
          filters={peopleFilters.map((key) => ({
            key,
            label: words.filters[key],
            count: shownPeople(people, key, '').length,
          }))}
          current={filter}
          onChoose={setFilter}
        />
        <span class="push">
          <SearchField label={words.search} value={query} onInput={setQuery} />
        </span>
      </div>
      <Toast message={said} onDismiss={hear} />
      {fault && <Trouble error={fault} />}
      {shown.length === 0 ? (
        <p class="empty">{words.nobody}</p>
      ) : (
        <table class="rows people">
          <thead>
            <tr>
              <th scope="col">{words.person}</th>
              <th scope="col" class="wide">
                {words.lms}
              </th>
              <th scope="col" class="wider">
                {words.acts}
              </th>
              <th scope="col">{words.set}</th>
            </tr>
          </thead>
          <tbody>
            {shown.map((row) => (
              <Person key={row.person.id} row={row} busy={busy} onChange={(role) => change(row, role)} />
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}

type PersonProps = { readonly row: PersonRow; readonly busy: boolean; readonly onChange: (role: Role | null) => void };

function Person({ row, busy, onChange }: PersonProps) {
  const { now } = useTools();
  const words = managerTexts.people;
  const names = managerTexts.roleNames;
  const { person, role, setRole, launchRole, rosterRole, groups, lastLaunchAt } = row;
  return (
    <tr>
      <th scope="row" class="text">
        {person.name} <small>{lastLaunchAt ? shortDate(lastLaunchAt, now()) : words.never}</small>
      </th>
      <td class="wide text">
        <small>
          {launchRole && `${words.hints.launch}: ${names[launchRole]}`}
          {rosterRole && `${launchRole ? ' · ' : ''}${words.hints.roster}: ${names[rosterRole]}`}
          {groups.length > 0 && ` · ${words.hints.groups}: ${groups.join(', ')}`}
        </small>
      </td>
      <td class="wider">{role === null ? words.noRole : setRole === role ? <b>{names[role]}</b> : names[role]}</td>
      <td>
        <select
          class="button"
          aria-label={words.setFor(person.name)}
          value={setRole ?? ''}
          disabled={busy}
          onChange={(event) => onChange(roles.find((one) => one === event.currentTarget.value) ?? null)}
        >
          <option value="">{words.follow}</option>
          {roles.map((one) => (
            <option key={one} value={one}>
              {names[one]}
            </option>
          ))}
        </select>
      </td>
    </tr>
  );
}
