/** What a qualification is called: texts as they were found or typed, not yet checked. */
export const detailNames = ['number', 'title', 'level', 'awardingOrganisation', 'version'] as const;
export type Details = Readonly<Record<(typeof detailNames)[number], string>>;
export const noDetails: Details = { number: '', title: '', level: '', awardingOrganisation: '', version: '' };

/** Where something stands in the file, in words: "Row 12", "Unit 201". */
export type Place = string;
export type Fault = { readonly place: Place; readonly message: string };

export type DraftCriterion = { readonly ref: string; readonly text: string; readonly place: Place };
export type DraftOutcome = {
  readonly ref: string;
  readonly title: string;
  readonly place: Place;
  readonly criteria: DraftCriterion[];
};
export type DraftUnit = {
  readonly ref: string;
  readonly title: string;
  readonly mandatory: boolean;
  /** NaN where the file has something that is no number. */
  readonly credit: number | null;
  readonly place: Place;
  readonly outcomes: DraftOutcome[];
};

/** A specification as a file has it, each part with its place, so that a fault can be found again. */
export type Draft = {
  readonly details: Details;
  readonly units: readonly DraftUnit[];
  readonly faults: readonly Fault[];
};
