import type { EnrolmentId } from '../../../shared/domain/ids.ts';
import type { ScoreTrouble } from '../../../shared/domain/score-trouble.ts';
import { publishingTexts as texts } from '../../../shared/texts/publishing.ts';
import type { Enrolment } from '../enrolment-ports.ts';
import type { FoundResult } from '../lti-ports.ts';
import type { Tenant } from '../place-ports.ts';
import { instantOf } from '../ports.ts';
import { compareGrade, type GradeVerdict } from './compare-grade.ts';
import {
  columnKeyOf,
  isSettled,
  type PublishedColumn,
  type Trouble,
  troubleNow,
  unpublishedColumn,
} from './publication.ts';
import { callSignal, instantIn } from './publish-deps.ts';
import type { PublishReport } from './publish-enrolment.ts';
import type { GradebookColumn } from './publishing-store.ts';
import type { SendDeps } from './sending.ts';

/** A platform may take a moment to show what it accepted, in milliseconds. */
const settlingTime = 2_000;
/** What was too fresh to be compared is compared this much later, in milliseconds. */
const soon = 5_000;
/** So many times a score is sent again that the platform accepted and did not keep; then a person has to see why. */
const mostDrops = 3;

/** What the look at one learner's grade leads to. */
type Finding = { readonly change: Partial<PublishedColumn> | null; readonly sendAgain: boolean };
const inOrder: Finding = { change: null, sendAgain: false };

/**
 * Compares a column of the gradebook with what was published, and sorts each learner: in step, not kept by the platform
 * (sent again), or changed by hand (a manager chooses). What is on its way is left alone.
 */
export async function checkColumn(
  deps: SendDeps,
  tenant: Tenant,
  column: GradebookColumn,
  signal?: AbortSignal,
): Promise<PublishReport> {
  const { stores, clock } = deps;
  const { publishing, enrolments } = stores;
  const { tenantId, contextId, qualificationId, lineItemUrl } = column;
  const report = (health: PublishReport['health']): PublishReport => ({ health, retryAfterMs: null, accepted: 0 });
  if (lineItemUrl === null) return report('untouched');
  const startedAt = clock.now();
  const address = { issuer: tenant.issuer, clientId: tenant.clientId, lineItemUrl };
  const results = await deps.grades.results(address, undefined, callSignal(deps, signal));
  if (!Array.isArray(results)) {
    const gone = results.status === 404 || results.status === 410;
    await publishing.changeColumn(column, {
      checkFault: results.reason,
      ...(gone ? { lineItemUrl: null, lostUrl: lineItemUrl, maximum: null, refusedMaximum: null } : {}),
    });
    // The next score finds or makes another column; each learner's goes into it.
    if (gone) await enrolments.publishAgain(tenantId, { contextId, qualificationId, settledOnly: true });
    return report(gone ? 'up' : 'down');
  }
  const all = await enrolments.ofContext(tenantId, contextId, qualificationId);
  const people = await stores.people.findMany(
    tenantId,
    all.map((enrolment) => enrolment.learnerId),
  );
  const userIds = new Map(people.map((person) => [person.id, person.lmsUserId]));
  const found = new Map(results.map((result) => [result.userId, result]));
  const again: EnrolmentId[] = [];
  let tooFresh = false;
  for (const enrolment of all) {
    const { lastTimestamp } = enrolment.publication.columns[columnKeyOf(column.unitRef)] ?? unpublishedColumn;
    if (lastTimestamp !== null && Date.parse(lastTimestamp) > startedAt - settlingTime) tooFresh = true;
    else {
      const result = found.get(userIds.get(enrolment.learnerId) ?? '') ?? null;
      if (await checkLearner(deps, enrolment, column, result, startedAt)) again.push(enrolment.id);
    }
  }
  if (again.length > 0) await enrolments.publishAgain(tenantId, { contextId, qualificationId, ids: again });
  await noteMaximum(deps, column, results);
  await noteEnrolled(deps, tenant, column, all, userIds, signal);
  await publishing.changeColumn(column, {
    ...{ checkedAt: instantOf(clock), checkFault: null },
    ...(tooFresh ? { checkDueAt: instantIn(clock, soon) } : {}),
  });
  return report('up');
}

/** True where the score has to be sent again. */
async function checkLearner(
  deps: SendDeps,
  enrolment: Enrolment,
  { unitRef }: GradebookColumn,
  result: FoundResult | null,
  startedAt: number,
): Promise<boolean> {
  const { tenantId, id, publication, progressRevision: revision } = enrolment;
  const { recordsOf } = deps.stores.publishing;
  const key = columnKeyOf(unitRef);
  const column = publication.columns[key] ?? unpublishedColumn;
  const leased = publication.leaseOwner !== null && Date.parse(publication.leaseUntil ?? '') > startedAt;
  if (column.published === null && column.hold === null) return false;
  if (leased || !isSettled(column, revision)) return false;
  let verdict = compareGrade(column, result);
  if (verdict === 'theirs')
    verdict = compareGrade(
      column,
      result,
      (await recordsOf(tenantId, id, 20)).filter((one) => one.unitRef === unitRef),
    );
  const { change, sendAgain } = findingOn(deps, column, revision, verdict, result);
  if (change === null) return sendAgain;
  const seen = { ...change, seenTimestamp: column.lastTimestamp };
  return (await deps.stores.enrolments.changePublished(tenantId, id, key, seen)) && sendAgain;
}

function findingOn(
  deps: SendDeps,
  column: PublishedColumn,
  revision: number,
  verdict: GradeVerdict,
  result: FoundResult | null,
): Finding {
  const at = instantOf(deps.clock);
  const found = { score: result?.resultScore ?? null, maximum: result?.resultMaximum ?? null, at };
  switch (verdict) {
    case 'ours':
    case 'sent': {
      const clean = column.found === null && column.hold === null && column.drops === 0 && !column.overwrite;
      if (clean) return inOrder;
      const change = { found: null, hold: null, drops: 0, overwrite: false };
      // Held back until now, and nothing stands in the way any more.
      return { change, sendAgain: column.publishedRevision !== revision };
    }
    case 'none':
    case 'earlier': {
      if (column.hold !== null) return { change: { found, hold: null }, sendAgain: true };
      if (column.publishedRevision !== revision) return inOrder;
      if (column.drops + 1 < mostDrops) return { change: { found, drops: column.drops + 1 }, sendAgain: true };
      const reason = texts.notKept;
      const trouble = stoppedBy('notKept', reason, revision, at);
      return { change: { found, drops: 0, trouble, publishedRevision: 0 }, sendAgain: false };
    }
    case 'theirs': {
      if (column.hold !== null) {
        const same = column.found?.score === found.score && column.found.maximum === found.maximum;
        return same ? inOrder : { change: { found }, sendAgain: false };
      }
      if (!column.overwrite) return { change: { found, hold: 'asked' }, sendAgain: false };
      const reason = texts.keepsTyped;
      const trouble = stoppedBy('overridden', reason, revision, at);
      return { change: { found, overwrite: false, trouble, publishedRevision: 0 }, sendAgain: false };
    }
  }
}

const stoppedBy = (code: ScoreTrouble, reason: string, revision: number, at: string): Trouble => ({
  ...{ code, reason, revision, at },
  ...{ status: null, attempts: 1, nextTryAt: null },
});

/** Somebody changed the column's maximum in the LMS: it is brought right with the next score. */
async function noteMaximum(deps: SendDeps, column: GradebookColumn, results: readonly FoundResult[]): Promise<void> {
  const { tenantId, contextId, qualificationId, maximum } = column;
  const other = results.some((result) => result.resultMaximum !== null && result.resultMaximum !== maximum);
  if (!other || maximum === null || column.refusedMaximum !== null) return;
  await deps.stores.publishing.changeColumn(column, { maximum: null });
  await deps.stores.enrolments.publishAgain(tenantId, { contextId, qualificationId, settledOnly: true });
}

/** Says of each learner whether the platform still lists them. */
async function noteEnrolled(
  deps: SendDeps,
  tenant: Tenant,
  { tenantId, contextId, qualificationId }: GradebookColumn,
  all: readonly Enrolment[],
  userIds: ReadonlyMap<Enrolment['learnerId'], string>,
  signal: AbortSignal | undefined,
): Promise<void> {
  const links = await deps.stores.places.linksOfContext(tenantId, contextId);
  const link = links.find((one) => one.qualificationId === qualificationId && one.membershipsUrl) ?? null;
  const listed = await deps.rosterReader.listed({ tenant, link }, signal);
  if (listed === null) return;
  const isGone = ({ learnerId }: Enrolment): boolean => !listed.has(userIds.get(learnerId) ?? '');
  for (const notEnrolled of [true, false]) {
    const changed = all.filter((one) => one.publication.notEnrolled !== notEnrolled && isGone(one) === notEnrolled);
    await deps.stores.enrolments.setNotEnrolled(
      tenantId,
      changed.map((one) => one.id),
      notEnrolled,
    );
    // Whoever is back gets the scores that the platform did not take meanwhile.
    const back = notEnrolled ? [] : changed.filter(wasRefused).map((one) => one.id);
    if (back.length > 0) await deps.stores.enrolments.publishAgain(tenantId, { contextId, qualificationId, ids: back });
  }
}

const wasRefused = ({ publication, progressRevision }: Enrolment): boolean =>
  Object.values(publication.columns).some((column) => troubleNow(column, progressRevision)?.code === 'learnerGone');
