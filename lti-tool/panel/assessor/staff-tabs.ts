import type { Role } from '../../../shared/domain/roles.ts';
import { hrefTo } from '../app/router.ts';
import type { Tab } from '../parts/TopBar.tsx';
import { texts } from '../texts/texts.ts';
import { assesses, managesCentre, type StaffPlace, watchesSampling, watchesScores } from './staff-places.ts';

/** The tabs of the top bar. */
export function staffTabs(role: Role, current: StaffPlace['screen']): Tab[] {
  const tab = (screen: StaffPlace['screen'], label: string): Tab => ({
    label,
    href: hrefTo(screen),
    current: screen === current,
  });
  return [
    ...(assesses(role) ? [tab('caseload', texts.assessor.tabs.caseload)] : []),
    ...(role === 'traineeAssessor' ? [tab('work', texts.traineeWork.tab)] : []),
    tab('matrix', texts.matrix.title),
    tab('reports', texts.reports.title),
    ...(watchesSampling(role) ? [tab('sampling', texts.quality.tab)] : []),
    ...(watchesScores(role) ? [tab('sync', texts.scores.title)] : []),
    ...(managesCentre(role) ? [tab('centre', texts.manager.title)] : []),
    ...(assesses(role) ? [tab('extension', texts.assessor.tabs.extension)] : []),
  ];
}
