import { randomBytes, randomInt } from 'node:crypto';
import type { Manner } from '../world/manner.ts';
import type { LaunchSubject } from './launch-subject.ts';

/** What the LMS remembers between starting a login and answering the authentication request. */
export type PendingLaunch = Pick<LaunchSubject, 'activity' | 'target' | 'purpose'>;

/** The single-use `lti_message_hint` of each login. */
export interface LaunchHints {
  issue(launch: PendingLaunch): string;
  /** The launch the hint stands for, without using it up; null when unknown or used. */
  peek(hint: string): PendingLaunch | null;
  use(hint: string): void;
}

const KEPT = 1000;

export function makeLaunchHints(manner: Manner): LaunchHints {
  const pending = new Map<string, PendingLaunch>();
  return {
    issue(launch) {
      const { activity } = launch;
      const hint =
        manner === 'canvas'
          ? randomBytes(24).toString('base64url')
          : JSON.stringify({
              cmid: Number(activity.moduleId),
              launchid: `ltilaunch${activity.id}_${randomInt(2 ** 31)}`,
            });
      pending.set(hint, launch);
      const oldest = pending.keys().next().value;
      if (pending.size > KEPT && oldest !== undefined) pending.delete(oldest);
      return hint;
    },
    peek: (hint) => pending.get(hint) ?? null,
    use: (hint) => void pending.delete(hint),
  };
}
