import { createPublisher, type Publisher, type PublisherDeps } from '../../../../lti-tool/publisher/publisher.ts';
import { openStore } from '../../../../lti-tool/store/store.ts';
import { systemCrypto } from '../../../../lti-tool/tool.ts';
import type { Enrolment } from '../../../../lti-tool/use-cases/enrolment-ports.ts';
import { enter } from '../../../../lti-tool/use-cases/enter.ts';
import type { Stores } from '../../../../lti-tool/use-cases/ports.ts';
import { enrolMany, inGroups } from '../../../../scripts/bench/enrol-many.ts';
import { type DemoLms, startDemoLms } from '../../../../scripts/demo-lms/demo-lms.ts';
import { type StartedEdge, startEdge } from '../../../builders/lti/started-edge.ts';
import { addSampleQualification, aLaunch } from '../../../builders/tool/centre.ts';
import { openTestStore } from '../../../builders/tool/database.ts';
import { startDatabaseProxy } from '../../../builders/tool/database-proxy.ts';
import { eventually } from '../../../builders/tool/eventually.ts';

/** `enrolment`: as it was at first. */
type Learner = { readonly enrolment: Enrolment; readonly sub: string };
/** What a fault did, for the table. */
export type Damage = { readonly posts: number; readonly lost: number; readonly wrong: number };

export type PublishingWorld = {
  readonly lms: DemoLms;
  readonly learners: readonly Learner[];
  readonly edge: StartedEdge;
  readonly databaseUrl: string;
  /** The LMS's id of the column that scores go to; null while there is none. */
  lineItemId(): string | null;
  readonly clock: { now(): number; pass(milliseconds: number): void };
  /** Milliseconds that the clock is ahead of the computer's. */
  offset(): number;
  /** Everybody has so many criteria confirmed now. */
  confirm(count: number): Promise<void>;
  publisher(changes?: Partial<PublisherDeps>): Publisher;
  /** Lets time pass and publishes until the gradebook is right, at most so often. */
  settle(rounds?: number, step?: number): Promise<void>;
  /** Counts from now on. */
  forget(): void;
  damage(): Promise<Damage>;
  cutDatabase(): void;
  restoreDatabase(): Promise<void>;
  close(): Promise<void>;
};

/** A real store, the real LTI edge and a Moodle-like LMS, with a clock that can be moved, and some learners. */
export async function openPublishingWorld(
  count: number,
  /** Whether the activity has a column of its own; else this tool makes one. */
  { ownColumn = true }: { readonly ownColumn?: boolean } = {},
): Promise<PublishingWorld> {
  let ahead = 0;
  const clock = {
    now: () => Date.now() + ahead,
    pass(milliseconds: number) {
      ahead += milliseconds;
    },
  };
  const store = await openTestStore();
  const proxy = await startDatabaseProxy(store.url);
  const far = await openStore(proxy.url);
  const edge = await startEdge({ records: store.records, clock });
  const { url } = edge;
  const tool = {
    loginUrl: `${url}/lti/login`,
    launchUrl: `${url}/lti/launch`,
    jwksUrl: `${url}/lti/keys`,
    origin: url,
  };
  const lms = await startDemoLms({ port: 0, tool, now: clock.now });
  const { issuer, clientId, deploymentId, authUrl, tokenUrl, jwksUrl } = lms.platform;
  const addresses = { authenticationUrl: authUrl, tokenUrl, jwksUrl };
  await edge.edge.registrations.add({ name: 'LMS', issuer, clientId, ...addresses, deploymentIds: [] });
  await addSampleQualification(store.stores);
  const deps = { stores: store.stores, clock, crypto: systemCrypto };
  const course = lms.courses()[0];
  const activity = course?.activities[0];
  if (!course || !activity) throw new Error('The demo LMS has no course.');
  const newcomer = (index: number) => {
    const names = { givenName: `Learner${index}`, familyName: 'Test' };
    const { sub } = lms.enrol({ courseId: course.id, role: 'student', ...names });
    return { sub, name: `${names.givenName} Test`, ...names };
  };
  const first = newcomer(0);
  await enter(
    deps,
    aLaunch({
      ...{ registrationId: 'registration-1', issuer, clientId, deploymentId, person: first },
      context: { id: activity.contextId, title: course.title, label: null },
      resourceLink: { id: activity.resourceLinkId, title: activity.title },
      scores: ownColumn
        ? { scopes: [], lineItemUrl: activity.lineItemUrl, lineItemsUrl: null }
        : { scopes: [], lineItemUrl: null, lineItemsUrl: listOf(activity.lineItemUrl ?? '') },
    }),
  );
  const one = await onlyEnrolment(store.stores, first.sub);
  const newcomers = Array.from({ length: count - 1 }, (_, index) => newcomer(index + 1));
  const others = await enrolMany(store.stores, one.enrolment, newcomers);
  const learners: readonly Learner[] = [
    one,
    ...others.map((enrolment, index) => ({ enrolment, sub: newcomers[index]?.sub ?? '' })),
  ];
  let from = 0;
  const posts = () => lms.requests.slice(from).filter((request) => request.service === 'scores');

  const publisher = (changes: Partial<PublisherDeps> = {}) =>
    createPublisher({
      ...{ stores: far.stores, clock, grades: edge.edge.grades, lineItems: edge.edge.lineItems },
      ...{ roster: edge.edge.roster, random: Math.random, callTimeout: 10_000, owner: 'publisher' },
      log: { warn: () => {} },
      ...changes,
    });

  /** The column that scores go to. */
  const lineItemId = (): string | null => {
    if (ownColumn) return activity.lineItemId;
    const ids = lms.gradebook(course.id).map((row) => row.lineItemId);
    return ids.filter((id) => id !== activity.lineItemId).at(-1) ?? null;
  };

  /** Learners whose grade is not what is confirmed. */
  async function unlike(): Promise<number> {
    const shown = lms.gradebook(course?.id ?? '').filter((row) => row.lineItemId === lineItemId());
    const rows = new Map(shown.map((row) => [row.sub, row]));
    const { tenantId, contextId, qualificationId } = one.enrolment;
    const all = await store.stores.enrolments.ofContext(tenantId, contextId, qualificationId);
    const progress = new Map(all.map((enrolment) => [enrolment.id, enrolment.progress]));
    return learners.filter(({ enrolment, sub }) => {
      const { confirmed, total } = progress.get(enrolment.id) ?? {};
      const row = rows.get(sub);
      return row?.score !== confirmed || row?.maximum !== total;
    }).length;
  }

  return {
    ...{ lms, learners, edge, clock, publisher, lineItemId, databaseUrl: store.url },
    offset: () => ahead,
    async confirm(confirmed) {
      const { enrolments } = store.stores;
      await inGroups(learners.length, async (index) => {
        const { tenantId, id, progress, staleMark } = learners[index]?.enrolment ?? one.enrolment;
        await enrolments.writeProgress(tenantId, id, { ...progress, confirmed }, staleMark, true);
      });
    },
    async settle(rounds = 40, step = 61_000) {
      const one = publisher();
      for (let round = 0; round < rounds; round += 1) {
        clock.pass(step);
        await one.drain();
        if (round > 0 && (await unlike()) === 0) return;
      }
    },
    forget() {
      from = lms.requests.length;
    },
    async damage() {
      return { posts: posts().length, lost: await unlike(), wrong: outOfOrder(lms) };
    },
    cutDatabase: proxy.cut,
    async restoreDatabase() {
      await proxy.restore();
      // The driver finds a server again in its own time.
      await eventually(far.ping, 30_000);
    },
    async close() {
      await far.close().catch(() => {});
      await lms.close();
      await edge.close();
      await proxy.close();
      await store.close();
    },
  };
}

async function onlyEnrolment(stores: Stores, sub: string): Promise<Learner> {
  const found: Enrolment[] = [];
  await stores.enrolments.each(async (enrolment) => void found.push(enrolment));
  const [enrolment] = found;
  if (!enrolment) throw new Error('The launch made no enrolment.');
  return { enrolment, sub };
}

/** The line items of a course, from one of them. */
const listOf = (lineItemUrl: string): string => lineItemUrl.replace(/\/\d+\/lineitem(?=\?|$)/, '');

/** Scores that came with a time less than a second after one before, for the same learner and line item. */
function outOfOrder({ requests }: Pick<DemoLms, 'requests'>): number {
  const last = new Map<string, number>();
  let wrong = 0;
  for (const { service, path, body } of requests) {
    if (service !== 'scores') continue;
    const { userId, timestamp } = JSON.parse(body ?? '{}') as { userId: string; timestamp: string };
    const key = `${path} ${userId}`;
    const time = Date.parse(timestamp);
    if (time < (last.get(key) ?? Number.NEGATIVE_INFINITY) + 1_000) wrong += 1;
    last.set(key, time);
  }
  return wrong;
}
