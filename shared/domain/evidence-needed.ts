import type { QualificationId } from './ids.ts';

/** On how many evidence items a criterion must be confirmed before it counts (R6): for the centre, and where a qualification differs. */
export type EvidenceNeeded = {
  readonly centre: number;
  readonly qualifications: ReadonlyArray<{ readonly qualificationId: QualificationId; readonly needed: number }>;
};

/** The most that a centre may ask for. */
export const mostEvidenceNeeded = 9;
export const defaultEvidenceNeeded: EvidenceNeeded = { centre: 1, qualifications: [] };

/** What a qualification's criteria need: its own setting, else the centre's. */
export const evidenceNeededFor = (setting: EvidenceNeeded, id: QualificationId): number =>
  setting.qualifications.find(({ qualificationId }) => qualificationId === id)?.needed ?? setting.centre;
