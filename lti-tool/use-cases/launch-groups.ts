/** The custom parameter in which a platform sends the groups of the person, such as "4,17". */
const groupsParameter = 'cs_groups';
const mostGroups = 100;

/** The platform's groups of a launch. A variable that the platform did not fill in arrives as its own name: none. */
export function groupsOf(custom: Readonly<Record<string, string>>): string[] {
  const text = custom[groupsParameter] ?? '';
  if (text.startsWith('$')) return [];
  const groups = text.split(',').map((group) => group.trim());
  return [...new Set(groups)].filter((group) => group !== '').slice(0, mostGroups);
}
