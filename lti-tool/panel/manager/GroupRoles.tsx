import { type GroupRole, groupRoles } from '../../../shared/domain/roles.ts';
import { managerTexts } from '../../../shared/texts/manager.ts';

type Group = { group: string; role: GroupRole['role'] };
type Props = { readonly groups: readonly Group[]; readonly onChange: (groups: Group[]) => void };

/** Which role stands for which group of the LMS; of a person in several groups the first line counts. */
export function GroupRoles({ groups, onChange }: Props) {
  const words = managerTexts.settings;
  const change = (at: number, part: Partial<Group>) =>
    onChange(groups.map((one, index) => (index === at ? { ...one, ...part } : one)));
  return (
    <fieldset>
      <legend>{words.groups}</legend>
      <p class="quiet">{words.groupsHint}</p>
      {groups.map(({ group, role }, at) => (
        <div key={at} class="line">
          <label>
            {words.group}{' '}
            <input
              class="field"
              value={group}
              maxLength={255}
              onInput={(event) => change(at, { group: event.currentTarget.value })}
            />
          </label>
          <label>
            {words.groupRole}{' '}
            <select
              class="button"
              value={role}
              onChange={(event) =>
                change(at, { role: groupRoles.find((one) => one === event.currentTarget.value) ?? role })
              }
            >
              {groupRoles.map((one) => (
                <option key={one} value={one}>
                  {managerTexts.roleNames[one]}
                </option>
              ))}
            </select>
          </label>
          <button
            type="button"
            class="button bare"
            aria-label={words.removeGroup(group)}
            onClick={() => onChange(groups.filter((_, index) => index !== at))}
          >
            {managerTexts.caseloads.remove}
          </button>
        </div>
      ))}
      <button
        type="button"
        class="button"
        onClick={() => onChange([...groups, { group: '', role: 'traineeAssessor' }])}
      >
        {words.addGroup}
      </button>
    </fieldset>
  );
}
