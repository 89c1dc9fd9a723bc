export const centreSections = ['people', 'caseloads', 'settings', 'qualifications', 'connection', 'record'] as const;
export type CentreSection = (typeof centreSections)[number];

/** The section of an address; an unknown one is the first. */
export const sectionOf = (name: string): CentreSection => centreSections.find((one) => one === name) ?? 'people';
