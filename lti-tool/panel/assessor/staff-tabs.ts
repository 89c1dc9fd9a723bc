import type { Role } from '../../../shared/domain/roles.ts';
import { hrefTo } from '../app/router.ts';
import type { Tab } from '../parts/TopBar.tsx';
import { assesses, type StaffPlace, watchesScores } from './staff-places.ts';

/** The tabs of the top bar. */
export function staffTabs(role: Role, current: StaffPlace['screen']): Tab[] {
  const tab = (screen: StaffPlace['screen'], label: string): Tab => ({
    label,
    href: hrefTo(screen),
    current: screen === current,
  });
  return [
    ...(assesses(role) ? [tab('caseload', 'Caseload')] : []),
    tab('matrix', 'Matrix'),
    ...(watchesScores(role) ? [tab('sync', 'Scores')] : []),
    ...(assesses(role) ? [tab('extension', 'Extension')] : []),
  ];
}
