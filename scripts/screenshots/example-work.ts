import { apiCall } from '../start/api-call.ts';
import type { Demo } from '../start/demo.ts';
import { launchWithoutBrowser } from '../start/launch-without-browser.ts';

const refs = (unit: string, ...criteria: string[]): string[] => criteria.map((ref) => `${unit}/${ref}`);

type Work = {
  readonly person: string;
  readonly title: string;
  readonly method: string;
  readonly narrative: string;
  readonly ticks: readonly string[];
  readonly trainee?: readonly string[];
  readonly confirmed?: readonly string[];
  readonly finished?: string;
  readonly draft?: boolean;
};

/** A few weeks of two learners' work, so that no picture is of an empty screen. */
const works: readonly Work[] = [
  {
    person: 'amelia',
    title: 'Induction week on the front desk',
    method: 'reflectiveAccount',
    narrative: 'In my first week I shadowed the front desk and wrote down what customers asked for most.',
    ticks: [...refs('201', '1.4', '1.6', '2.1', '2.2', '2.3'), ...refs('202', '1.1', '1.2', '1.3', '1.4', '2.1')],
    confirmed: [...refs('201', '1.4', '1.6', '2.1', '2.2'), ...refs('202', '1.1', '1.2', '1.3', '1.4', '2.1')],
    finished: 'Clear and honest. For 2.3 tell me about one customer, step by step.',
  },
  {
    person: 'amelia',
    title: 'Complaint call and follow-up email',
    method: 'observation',
    narrative:
      'A customer rang because her parcel was late. I listened first, said sorry once and meant it, then checked the order while she stayed on the line.',
    ticks: refs('201', '1.1', '1.2', '1.3', '1.5', '4.2'),
    trainee: refs('201', '1.1', '1.3'),
  },
  {
    person: 'amelia',
    title: 'Team meeting notes',
    method: 'product',
    narrative: 'My notes and the actions I took on.',
    ticks: refs('203', '1.1', '1.2', '1.3'),
    draft: true,
  },
  {
    person: 'kwame',
    title: 'Phone bookings, week 9',
    method: 'witnessTestimony',
    narrative: 'My supervisor sat beside me for a morning of bookings.',
    ticks: [...refs('201', '3.1', '3.2', '4.1', '4.3'), ...refs('212', '1.1', '1.2')],
    confirmed: refs('201', '3.1'),
  },
];

/** Does the work of the example people through the API, each launched from the demo LMS. */
export async function doExampleWork(demo: Demo): Promise<void> {
  const tokens = new Map<string, string>();
  for (const person of ['amelia', 'kwame', 'tom', 'priya'])
    tokens.set(person, await launchWithoutBrowser(demo, person));
  const call = <T>(person: string, path: string, body?: unknown, method = body === undefined ? 'GET' : 'POST') =>
    apiCall<T>(demo.tool.url, tokens.get(person) ?? '', method, path, body);
  for (const { person, title, method, narrative, ticks, trainee, confirmed, finished, draft } of works) {
    const { enrolmentId } = await call<{ enrolmentId: string }>(person, '/api/me');
    const { id } = await call<{ id: string }>(person, `/api/enrolments/${enrolmentId}/evidence`, {
      title,
      method,
      narrative,
      links: [],
    });
    const path = `/api/evidence/${id}`;
    await call(person, `${path}/ticks`, { tick: ticks, untick: [] });
    if (draft) continue;
    await call(person, `${path}/submit`, {});
    if (trainee) await call('tom', `${path}/ticks`, { tick: trainee, untick: [] });
    if (confirmed) await call('priya', `${path}/ticks`, { tick: confirmed, untick: [] });
    if (finished) await call('priya', `${path}/finish`, { feedback: finished });
  }
}
