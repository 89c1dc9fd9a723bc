import type { Role } from '../../../shared/domain/roles.ts';
import { managerTexts } from '../../../shared/texts/manager.ts';
import { matrixTexts, reportsTexts } from '../../../shared/texts/matrix.ts';
import { qualityTexts } from '../../../shared/texts/quality.ts';
import { scoresTexts } from '../../../shared/texts/scores.ts';
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
    tab('matrix', matrixTexts.title),
    tab('reports', reportsTexts.title),
    ...(watchesSampling(role) ? [tab('sampling', qualityTexts.tab)] : []),
    ...(watchesScores(role) ? [tab('sync', scoresTexts.title)] : []),
    ...(managesCentre(role) ? [tab('centre', managerTexts.title)] : []),
    ...(assesses(role) ? [tab('extension', staffTexts.tabs.extension)] : []),
  ];
}
