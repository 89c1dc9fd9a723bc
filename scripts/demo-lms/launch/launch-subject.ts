import type { Activity, Course, Person } from '../world/world.ts';

/** Who opens what, where, and on whose registration. */
export interface LaunchSubject {
  person: Person;
  course: Course;
  activity: Activity;
  target: 'iframe' | 'window';
  clientId: string;
  deploymentId: string;
  nonce: string;
}
