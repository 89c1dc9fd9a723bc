import type { Role } from '../../../shared/domain/roles.ts';
import { staffTexts, traineeWorkTexts } from '../../../shared/texts/staff.ts';
import { hrefTo } from '../app/router.ts';
import type { Tab } from '../parts/TopBar.tsx';
import { assesses, managesCentre, type StaffPlace, watchesSampling, watchesScores } from './staff-places.ts';

/** The tabs of the top bar. */
export function staffTabs(role: Role, current: StaffPlace['screen']): Tab[] {
  const tab = (screen: StaffPlace['screen'], label: string): Tab => ({
    label,
    href: hrefTo(screen),
    current: screen === current,
  });
  return [
    ...(assesses(role) ? [tab('caseload', staffTexts.tabs.caseload)] : []),
    ...(role === 'traineeAssessor' ? [tab('work', traineeWorkTexts.tab)] : []),
    tab('matrix', staffTexts.tabs.matrix),
    tab('reports', staffTexts.tabs.reports),
    ...(watchesSampling(role) ? [tab('sampling', staffTexts.tabs.sampling)] : []),
    ...(watchesScores(role) ? [tab('sync', staffTexts.tabs.scores)] : []),
    ...(managesCentre(role) ? [tab('centre', staffTexts.tabs.centre)] : []),
    ...(assesses(role) ? [tab('extension', staffTexts.tabs.extension)] : []),
  ];
}
