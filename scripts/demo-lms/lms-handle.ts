import type { ContentAccepted } from './launch/launch-subject.ts';
import type { FailPlan } from './services/failures.ts';
import type { LoggedRequest } from './services/request-log.ts';
import type { GradebookRow } from './world/gradebook.ts';
import type { CourseRole } from './world/world.ts';

/** A client of the platform as the tool has to register it. */
interface LmsRegistration {
  issuer: string;
  clientId: string;
  deploymentIds: string[];
  authUrl: string;
  tokenUrl: string;
  jwksUrl: string;
}

/** A person of the LMS: `key` is for the calls here, `sub` is what a tool is told. */
export interface LmsPerson {
  key: string;
  sub: string;
  name: string;
  post: string;
}

/** An activity with the addresses and ids that scripts and tests need. */
export interface LmsActivity {
  id: string;
  resourceLinkId: string;
  contextId: string;
  title: string;
  url: string;
  clientId: string;
  deploymentId: string;
  /** Null for an activity without grading, and when its column was deleted. */
  lineItemId: string | null;
  lineItemUrl: string | null;
}

export interface LmsCourse {
  id: string;
  contextId: string;
  title: string;
  url: string;
  participantsUrl: string;
  gradebookUrl: string;
  activities: LmsActivity[];
}

/** A launch to be signed without a browser. Without a course it is the first, without an activity the course's first. */
export interface LaunchRequest {
  person: string;
  course?: string;
  activity?: string;
  target?: 'iframe' | 'window';
  state: string;
  nonce: string;
  clientId?: string;
  deploymentId?: string;
  /** A submission review of that learner's work. */
  review?: string;
  /** A content selection for the course, with settings that differ from the usual ones. */
  content?: ContentAccepted;
  /** Claims that replace the usual ones; undefined leaves one out. */
  overrides?: Record<string, unknown>;
  /** Fields of the JWT header that replace the usual ones. */
  header?: Record<string, unknown>;
}

/** What scripts and tests may do with a running LMS beyond its pages and services. Unknown keys and ids throw. */
export interface LmsHandle {
  url: string;
  platform: Omit<LmsRegistration, 'deploymentIds'> & { deploymentId: string };
  registrations: LmsRegistration[];
  people(): LmsPerson[];
  person(key: string): LmsPerson;
  courses(): LmsCourse[];
  /** The `Cookie` header of a browser in which that person uses the LMS. */
  cookieOf(person: string): string;
  launchForm(request: LaunchRequest): Promise<{ id_token: string; state: string }>;
  fail(plan: FailPlan): void;
  recover(): void;
  /** Every request to token, key set, authorisation and LTI services, oldest first. */
  requests: readonly LoggedRequest[];
  /** Makes every access token given out so far unknown. */
  revokeTokens(): void;
  gradebook(courseId: string): GradebookRow[];
  /** A teacher types a grade over the tool's; null hands it back. */
  overrideGrade(lineItemId: string, person: string, typed: { score: number; comment: string | null } | null): void;
  /** Locks or unlocks one person's grade, or the whole column without a person. Moodle only. */
  lock(lineItemId: string, person: string | null, locked: boolean): void;
  deleteLineItem(lineItemId: string): void;
  setPrivacy(sent: { sendNames?: boolean; sendEmail?: boolean }): void;
  /** Enrols a new person. */
  enrol(newcomer: { courseId: string; role: CourseRole; givenName: string; familyName: string }): LmsPerson;
  unenrol(courseId: string, person: string): void;
  /** A teacher adds an activity by hand, or with other custom parameters than the tool's own. */
  addActivity(made: { courseId: string; title: string; custom?: Record<string, string> }): LmsActivity;
  copyActivity(activityId: string): LmsActivity;
  copyCourse(courseId: string): LmsCourse;
  renameActivity(activityId: string, title: string): void;
}
