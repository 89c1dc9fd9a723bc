import { idPattern } from '../../../shared/domain/ids.ts';
import type { Role } from '../../../shared/domain/roles.ts';

/** A screen of the staff part of the panel, with what its address names. */
export type StaffPlace =
  | { readonly screen: 'caseload' }
  | { readonly screen: 'matrix' }
  | { readonly screen: 'sync' }
  | { readonly screen: 'reports' }
  | { readonly screen: 'centre'; readonly section: string }
  | { readonly screen: 'extension' }
  | { readonly screen: 'work' }
  | { readonly screen: 'sampling' }
  | { readonly screen: 'enrolment' | 'evidence' | 'record' | 'sample'; readonly id: string };

/** Whether a role has a caseload: people whose evidence waits for them. */
export const assesses = (role: Role): boolean => role === 'assessor' || role === 'traineeAssessor';

/** Whether a role sees how the gradebook stands. */
export const watchesScores = (role: Role): boolean => role === 'assessor' || role === 'manager';

/** Whether a role looks after the centre. */
export const managesCentre = (role: Role): boolean => role === 'manager';

/** Whether a role sees what is sampled. Sampling is an IQA's own; the others read. */
export const watchesSampling = (role: Role): boolean => role === 'iqa' || role === 'eqa' || role === 'manager';

/** The screen behind an address. An unknown address is the first screen of the role. */
export function staffPlace(parts: readonly string[], role: Role): StaffPlace {
  const [screen, id = ''] = parts;
  if ((screen === 'enrolment' || screen === 'evidence') && idPattern.test(id)) return { screen, id };
  if (screen === 'record' && assesses(role) && idPattern.test(id)) return { screen, id };
  if (screen === 'work' && role === 'traineeAssessor') return { screen };
  if (screen === 'sample' && watchesSampling(role) && idPattern.test(id)) return { screen, id };
  if (screen === 'sampling' && watchesSampling(role)) return { screen };
  if (screen === 'sync' && watchesScores(role)) return { screen: 'sync' };
  if (screen === 'extension' && assesses(role)) return { screen: 'extension' };
  if (screen === 'reports') return { screen: 'reports' };
  if (screen === 'centre' && managesCentre(role)) return { screen: 'centre', section: id };
  if (screen === 'matrix' || !assesses(role)) return { screen: 'matrix' };
  return { screen: 'caseload' };
}
