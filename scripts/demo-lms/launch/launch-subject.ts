import type { Activity, Course, Person } from '../world/world.ts';

/** What a launch is for: to open an activity, to look at one learner's work in it, or to choose content for the course. */
export type LaunchPurpose =
  | { kind: 'open' }
  | { kind: 'review'; learner: Person }
  | { kind: 'content'; accepts: ContentAccepted };

/** Settings of a content selection that differ from the manner's usual ones. */
export type ContentAccepted = { multiple?: boolean; lineItems?: boolean; types?: string[]; data?: string };

/** Who opens what, where, and on whose registration. */
export interface LaunchSubject {
  person: Person;
  course: Course;
  /** Where content is chosen, one that does not exist yet: it has the tool's own custom parameters. */
  activity: Activity;
  target: 'iframe' | 'window';
  clientId: string;
  deploymentId: string;
  nonce: string;
  purpose: LaunchPurpose;
}
