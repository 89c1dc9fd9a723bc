import { randomInt } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { expect } from 'chai';
import { mongo } from 'mongoose';
import { systemCrypto } from '../../lti-tool/tool.ts';
import { verifyProgress } from '../../lti-tool/use-cases/refresh-progress.ts';
import { launchWithoutBrowser } from '../../scripts/start/launch-without-browser.ts';
import type { CaseloadView } from '../../shared/api/caseload-views.ts';
import { type Evidence, tickedIn } from '../../shared/domain/evidence.ts';
import { firstBrokenEntry } from '../../shared/domain/history.ts';
import { type Acknowledged, assessorAtWork, learnerAtWork, type Workplace } from './people-at-work.ts';
import { killAtRandom } from './random-kills.ts';
import { type RunningTools, startTools } from './running-tools.ts';
import { seededRandom } from './seeded-random.ts';

const workingTime = 20_000;
/** Criteria of the sample qualification. */
const criteria = 81;

async function eventually(check: () => Promise<void>, milliseconds: number): Promise<void> {
  const end = Date.now() + milliseconds;
  for (;;) {
    try {
      return await check();
    } catch (error) {
      if (Date.now() > end) throw error;
      await pause(200);
    }
  }
}

describe('three tools on one database, killed at random moments', () => {
  const seed = Number(process.env.SEED ?? randomInt(1_000_000));
  const acknowledged: Acknowledged = { ticks: [], answered: 0, unanswered: 0 };
  const learners = ['amelia', 'kwame'];
  const assessors = ['priya'];
  let running: RunningTools;
  let items: Evidence[];
  let kills = 0;

  before(async function () {
    this.timeout(120_000);
    console.log(`      random moments and choices from SEED=${seed}`);
    running = await startTools(3);
    const { lms, tools, url } = running;
    const courseId = lms.courses()[0]?.id ?? '';
    for (const givenName of ['Bela', 'Chidi', 'Dara'])
      learners.push(lms.enrol({ courseId, role: 'student', givenName, familyName: 'Lane' }).key);
    for (const givenName of ['Esther', 'Fola'])
      assessors.push(lms.enrol({ courseId, role: 'editingteacher', givenName, familyName: 'Moss' }).key);

    const random = seededRandom(seed);
    const end = Date.now() + workingTime;
    const isOver = () => Date.now() > end;
    const launch = (person: string) => launchWithoutBrowser({ lms, tool: { url } }, person);
    const place: Workplace = { url, random, acknowledged, isOver, launch };
    const [counts] = await Promise.all([
      Promise.all(tools.map((tool) => killAtRandom(tool, random, isOver))),
      ...learners.map((person) => learnerAtWork(place, person)),
      ...assessors.map((person) => assessorAtWork(place, person, 'assessor')),
      assessorAtWork(place, 'tom', 'trainee'),
    ]);
    kills = counts.reduce((sum, count) => sum + count, 0);
    await finishWhatWasCutOff(running.databaseUrl);
    items = [];
    await running.store.stores.evidence.each(async (item) => void items.push(item));
  });
  after(() => running?.close());

  it('kept every tick and confirmation that a person was told is saved', () => {
    const byId = new Map(items.map((item) => [item.id as string, item]));
    const lost = acknowledged.ticks.filter(({ evidenceId, column, criterionId }) => {
      const item = byId.get(evidenceId);
      return !item?.ticks[column].some((tick) => tick.criterionId === criterionId);
    });
    const confirmations = acknowledged.ticks.filter(({ column }) => column === 'assessor').length;
    const { answered, unanswered, ticks } = acknowledged;
    console.log(
      `      ${kills} kills; ${answered} requests answered, ${unanswered} cut off; ` +
        `${ticks.length} ticks acknowledged, ${confirmations} of them confirmations; ${lost.length} lost`,
    );
    expect(lost).to.deep.equal([]);
    expect(kills).to.be.greaterThan(3);
    expect(confirmations).to.be.greaterThan(20);
  });

  it('has a whole history for every item', () => {
    expect(items.filter((item) => firstBrokenEntry(item, systemCrypto.sha256) !== null)).to.deep.equal([]);
  });

  it('ends with progress equal to what the evidence says', async function () {
    this.timeout(20_000);
    await eventually(
      async () => void expect(await verifyProgress({ stores: running.store.stores })).to.deep.equal([]),
      15_000,
    );
  });

  it('counts as unconfirmed what is ticked on submitted evidence and not confirmed, no more and no less', async () => {
    const token = await launchWithoutBrowser({ lms: running.lms, tool: running }, 'priya');
    const response = await fetch(`${running.url}/api/caseload`, { headers: { authorization: `Bearer ${token}` } });
    const caseload = (await response.json()) as CaseloadView;
    const unconfirmed = items
      .filter((item) => item.status === 'submitted')
      .flatMap((item) => {
        const decided = tickedIn(item, 'assessor');
        const offered = new Set([...tickedIn(item, 'learner'), ...tickedIn(item, 'trainee')]);
        return [...offered].filter((id) => !decided.has(id));
      });
    expect(caseload.unconfirmed).to.equal(unconfirmed.length);
    expect(caseload.rows.reduce((sum, row) => sum + row.unconfirmed, 0)).to.equal(unconfirmed.length);
  });

  it('ends with the gradebook at confirmed progress for every learner', async function () {
    this.timeout(40_000);
    const { lms, store } = running;
    const confirmed = new Map<string, Set<string>>();
    for (const item of items) {
      const of = confirmed.get(item.learnerId) ?? new Set();
      for (const id of tickedIn(item, 'assessor')) of.add(id);
      confirmed.set(item.learnerId, of);
    }
    const learner = items[0];
    const people = await store.stores.people.findMany(learner?.tenantId as Evidence['tenantId'], [
      ...new Set(items.map(({ learnerId }) => learnerId)),
    ]);
    const wanted = Object.fromEntries(people.map(({ id, lmsUserId }) => [lmsUserId, confirmed.get(id)?.size ?? 0]));
    await eventually(async () => {
      const rows = lms.gradebook(lms.courses()[0]?.id ?? '').filter(({ sub }) => sub in wanted);
      const found = rows.map(({ sub, score, maximum }) => [sub, Math.round(((score ?? 0) / maximum) * criteria)]);
      expect(Object.fromEntries(found)).to.deep.equal(wanted);
    }, 35_000);
  });
});

/** The work that a killed publisher held is free after a minute; here that minute is over. */
async function finishWhatWasCutOff(databaseUrl: string): Promise<void> {
  const client = await new mongo.MongoClient(databaseUrl).connect();
  await client
    .db()
    .collection('enrolments')
    .updateMany({}, { $set: { 'publication.leaseUntil': new Date(0).toISOString() } });
  await client.close();
}
