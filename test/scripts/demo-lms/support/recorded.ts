import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** One recorded exchange with a Moodle 4.5. */
interface Recorded {
  request: {
    method: string;
    url: string;
    headers?: Record<string, string>;
    body?: Record<string, unknown>;
    form?: Record<string, string>;
    client_assertion_decoded?: { payload: Record<string, unknown> };
  };
  response: { status: number; reason: string; headers: Record<string, string>; body: unknown };
  gradebook_after?: {
    rawgrade: string | null;
    finalgrade: string | null;
    feedback: string | null;
    timemodified: string | null;
  } | null;
}

const folder = join(__dirname, '../../../fixtures/moodle-4.5');

/** A file of the recordings, without its ending. */
export const recorded = (name: string): Recorded => recordedJson(name) as Recorded;

export const recordedJson = (name: string): unknown => JSON.parse(readFileSync(join(folder, `${name}.json`), 'utf8'));
