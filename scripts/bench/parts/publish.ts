import path from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { runningEmbeddedUrl } from '../../../lti-tool/store/embedded/embedded-database.ts';
import { openStore } from '../../../lti-tool/store/store.ts';
import type { Enrolment } from '../../../lti-tool/use-cases/enrolment-ports.ts';
import type { Stores } from '../../../lti-tool/use-cases/ports.ts';
import type { DemoLms } from '../../demo-lms/demo-lms.ts';
import { launchWithoutBrowser } from '../../start/launch-without-browser.ts';
import { enrolMany, inGroups } from '../enrol-many.ts';
import { type LaunchedServer, startLaunchedServer } from '../launched-server.ts';
import type { Part } from '../part.ts';

/** How long the LMS takes to answer, in milliseconds. */
const answerAfter = 20;
/** Two hundred a second. */
const aim = 5;

/** Enrols many learners in the LMS and the tool. */
async function enrol({ lms }: LaunchedServer, stores: Stores, count: number): Promise<Enrolment[]> {
  const course = lms.courses()[0];
  const known: Enrolment[] = [];
  await stores.enrolments.each(async (enrolment) => void known.push(enrolment));
  const [first] = known;
  if (!course || !first) throw new Error('The launch made no enrolment.');
  const newcomers = Array.from({ length: count }, (_, index) => {
    const names = { givenName: `Learner${index}`, familyName: 'Hart' };
    const { sub } = lms.enrol({ courseId: course.id, role: 'student', ...names });
    return { sub, name: `${names.givenName} Hart`, givenName: names.givenName };
  });
  return enrolMany(stores, first, newcomers);
}

async function pause(url: string, token: string, paused: boolean): Promise<void> {
  const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
  const body = JSON.stringify({ paused });
  const { status } = await fetch(`${url}/api/scores/pause`, { method: 'POST', headers, body });
  if (status >= 300) throw new Error(`Pausing was answered with ${status}.`);
}

/** How many learners' grade is that number. */
const graded = (lms: DemoLms, confirmed: number): number =>
  lms.gradebook(lms.courses()[0]?.id ?? '').filter((row) => row.score === confirmed).length;

/** Everybody gets so many criteria confirmed at once; returns how long it took until the gradebook had all. */
async function publishing(
  server: LaunchedServer,
  { enrolments }: Stores,
  all: readonly Enrolment[],
  { token, confirmed }: { readonly token: string; readonly confirmed: number },
): Promise<number> {
  await pause(server.url, token, true);
  await inGroups(all.length, async (index) => {
    const { tenantId, id, progress, staleMark } = all[index] ?? never();
    await enrolments.writeProgress(tenantId, id, { ...progress, confirmed }, staleMark, true);
  });
  const accepted = () => server.lms.requests.filter((one) => one.service === 'scores' && one.status === 200).length;
  const before = accepted();
  const started = performance.now();
  await pause(server.url, token, false);
  while (accepted() < before + all.length) await setTimeout(20);
  return performance.now() - started;
}

const never = (): never => {
  throw new Error('There is no such learner.');
};

export const publish: Part = {
  title: `Publishing scores that are all due at once: the whole tool in one process, an LMS in another that takes ${answerAfter} ms to answer`,
  async run({ directory, quick }) {
    const count = quick ? 200 : 2_000;
    const server = await startLaunchedServer('tool', directory, answerAfter);
    try {
      const tool = { url: server.url };
      const token = await launchWithoutBrowser({ lms: server.lms, tool }, 'morgan');
      await launchWithoutBrowser({ lms: server.lms, tool }, 'amelia');
      const database = await runningEmbeddedUrl(path.join(directory, 'tool', 'database'));
      if (database === null) throw new Error('The tool’s database cannot be joined.');
      const store = await openStore(database);
      const all = await enrol(server, store.stores, count);
      const measured = (confirmed: number) => publishing(server, store.stores, all, { token, confirmed });
      // The column, its maximum and the token are there, and the code is warm.
      await measured(1);
      const before = await server.cpu();
      const time = (await measured(2)) / count;
      const cpu = ((await server.cpu()) - before) / count;
      const wrong = count - graded(server.lms, 2);
      const tokens = server.lms.requests.filter(({ service }) => service === 'token').length;
      const where = cpu > aim ? `; ${(await server.sharesDuring(() => measured(3))).words}` : '';
      await store.close();
      const rate = (milliseconds: number) => `${Math.round(1_000 / milliseconds)} a second`;
      return [
        {
          what: 'a score, processor time',
          measured: cpu,
          unit: 'ms CPU',
          aim,
          note: `${rate(cpu)} on one core${where}`,
        },
        { what: 'a score, by the clock', measured: time, unit: 'ms', note: rate(time) },
        {
          what: `token requests for ${(2 * count).toLocaleString('en-GB')} scores`,
          measured: tokens,
          unit: '',
          aim: 1,
        },
        { what: 'scores that the gradebook lacks', measured: wrong, unit: '', aim: 0 },
      ];
    } finally {
      await server.close();
    }
  },
};
