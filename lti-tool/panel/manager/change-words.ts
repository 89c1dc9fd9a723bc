import type { CentreChangeView } from '../../../shared/api/centre-views.ts';
import type { Role } from '../../../shared/domain/roles.ts';
import { managerTexts } from '../../../shared/texts/manager.ts';
import { listed } from '../../../shared/words/counted.ts';

/** Names shown of a change of many learners. */
const mostNames = 5;

/** A change of the record in words: what, before and after. */
export function changeWords(change: CentreChangeView): { what: string; before: string; after: string } {
  const words = managerTexts.record;
  const roleName = (role: Role | null) => (role === null ? words.follow : managerTexts.roleNames[role]);
  switch (change.kind) {
    case 'role':
      return {
        what: `${words.kinds.role}: ${change.personName}`,
        before: roleName(change.before),
        after: roleName(change.after),
      };
    case 'caseload': {
      const { learners } = change;
      const some = learners.slice(0, mostNames);
      const who = learners.length > mostNames ? words.more(some.join(', '), learners.length - mostNames) : listed(some);
      const names = (people: readonly string[]) => (people.length === 0 ? words.none : listed(people));
      return { what: `${words.kinds.caseload}: ${who}`, before: names(change.before), after: names(change.after) };
    }
    case 'settings':
      return { what: words.kinds.settings, before: settingsWords(change.before), after: settingsWords(change.after) };
    case 'qualification':
      return {
        what: `${words.kinds.qualification}: ${change.number} ${change.title}, ${change.version}`,
        before: '',
        after: words.imported,
      };
  }
}

type Settings = Extract<CentreChangeView, { kind: 'settings' }>['before'];
function settingsWords({ roleMapping, evidenceNeeded }: Settings): string {
  const words = managerTexts.record;
  const { instructor, assessorsMustBeNamed, groups } = roleMapping;
  const names = managerTexts.roleNames;
  return [
    words.instructor(names[instructor].toLowerCase()),
    words.named(assessorsMustBeNamed),
    ...(groups.length > 0 ? [words.groups(groups.map(({ group, role }) => `${group} ${names[role]}`).join(', '))] : []),
    words.evidence(evidenceNeeded.centre),
    ...(evidenceNeeded.qualifications.length > 0 ? [words.differing(evidenceNeeded.qualifications.length)] : []),
  ].join('; ');
}
