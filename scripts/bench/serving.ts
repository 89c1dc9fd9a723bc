import type { DemoLms } from '../demo-lms/demo-lms.ts';

/** A program that is measured from outside, in a process of its own. */
export type Serving = { close(): Promise<void> };

/** What a server needs to know to be launched from an LMS. */
export type LaunchSettings = {
  readonly port: number;
  readonly url: string;
  /** A directory of its own. */
  readonly dataDir: string;
  readonly platform: DemoLms['registrations'][number];
};

/** What a server's process is asked, and answers. */
export type Question = 'cpu' | 'profile' | 'shares' | 'close';
