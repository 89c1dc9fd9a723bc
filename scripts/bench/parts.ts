import type { Part } from './part.ts';
import { acceptAll } from './parts/accept-all.ts';
import { api } from './parts/api.ts';
import { badgePoll } from './parts/badge-poll.ts';
import { growth } from './parts/growth.ts';
import { launch } from './parts/launch.ts';
import { marks } from './parts/marks.ts';
import { matrix } from './parts/matrix.ts';
import { matrixScroll } from './parts/matrix-scroll.ts';
import { panel } from './parts/panel.ts';
import { publish } from './parts/publish.ts';
import { review } from './parts/review.ts';
import { start } from './parts/start.ts';

/** The parts of a run, in the order of the table. To add one: a file in `parts/` and its name here. */
export const parts: Readonly<Record<string, Part>> = {
  launch,
  api,
  marks,
  'accept-all': acceptAll,
  'badge-poll': badgePoll,
  review,
  matrix,
  'matrix-scroll': matrixScroll,
  publish,
  growth,
  panel,
  start,
};
