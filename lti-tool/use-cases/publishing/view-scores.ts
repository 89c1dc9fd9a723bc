import type { EnrolmentId } from '../../../shared/domain/ids.ts';
import type { Enrolment } from '../enrolment-ports.ts';
import { found } from '../failure.ts';
import type { Stores } from '../ports.ts';
import { type Principal, visibleEnrolment } from '../principal.ts';
import { enrolmentsOfContext } from '../view-caseload.ts';
import { columnScore } from './column-score.ts';
import { columnKeyOf, droppedUnits, troubleNow, unpublishedColumn } from './publication.ts';
import { scoreStateOf } from './score-state.ts';

type Deps = { readonly stores: Stores };

/** Every learner and gradebook column of the asker's context: what was published, how it stands, and what to do. */
export async function viewScores(deps: Deps, principal: Principal) {
  const { stores } = deps;
  const { tenantId, contextId } = principal;
  const { qualificationId, enrolments, nameOf } = await enrolmentsOfContext(deps, principal);
  const [tenant, qualification, columns, paused, links] = await Promise.all([
    stores.tenants.find(tenantId),
    stores.qualifications.find(tenantId, qualificationId),
    stores.publishing.columnsOf(tenantId, contextId, qualificationId),
    stores.publishing.paused(),
    stores.places.linksOfContext(tenantId, contextId),
  ]);
  const tree = found(qualification);
  const mine = links.filter((one) => one.qualificationId === qualificationId);
  const perUnit = mine.some((one) => one.scoreColumns === 'units');
  const rowOf = (enrolment: Enrolment, unitRef: string | null) => {
    const { publication, progressRevision } = enrolment;
    const column = publication.columns[columnKeyOf(unitRef)] ?? unpublishedColumn;
    const { scoreGiven, scoreMaximum } = columnScore(enrolment, tree, unitRef);
    const trouble = troubleNow(column, progressRevision);
    const { published } = column;
    return {
      enrolmentId: enrolment.id,
      learner: nameOf(enrolment.learnerId),
      unitRef,
      takingBack: unitRef !== null && !(perUnit && enrolment.unitRefs.includes(unitRef)),
      confirmed: scoreGiven,
      total: scoreMaximum,
      state: scoreStateOf(enrolment, column),
      published: published && {
        ...{ scoreGiven: published.scoreGiven, scoreMaximum: published.scoreMaximum, at: published.at },
      },
      found: column.found,
      trouble: trouble && {
        ...{ code: trouble.code, reason: trouble.reason, status: trouble.status },
        ...{ attempts: trouble.attempts, at: trouble.at, nextTryAt: trouble.nextTryAt },
      },
    };
  };
  const unitsOf = ({ unitRefs, publication }: Enrolment) => {
    const wanted = perUnit ? [null, ...unitRefs] : [null];
    return [...wanted, ...droppedUnits(publication.columns, wanted).map(({ unitRef }) => unitRef)];
  };
  const rows = enrolments.flatMap((enrolment) => unitsOf(enrolment).map((unitRef) => rowOf(enrolment, unitRef)));
  rows.sort(
    (a, b) =>
      a.learner.name.localeCompare(b.learner.name, 'en-GB') ||
      (a.unitRef ?? '').localeCompare(b.unitRef ?? '', 'en-GB'),
  );
  return {
    platform: found(tenant).name,
    pausedSince: paused.find((one) => one.tenantId === tenantId)?.since ?? null,
    mayManage: principal.role === 'manager',
    scoreColumns: perUnit ? ('units' as const) : ('one' as const),
    unitColumns: mine.some((one) => one.lineItemsUrl) ? new Set(enrolments.flatMap((one) => one.unitRefs)).size : null,
    columns: columns.map(({ unitRef, maximum, refusedMaximum, checkedAt, checkFault }) => ({
      ...{ unitRef, maximum, refusedMaximum, checkedAt, checkFault },
    })),
    rows,
  };
}

/** The scores that were sent for a learner, newest first. */
export async function listScoreRecords(deps: Deps, principal: Principal, id: EnrolmentId) {
  const enrolment = await visibleEnrolment(deps.stores, principal, id);
  const records = await deps.stores.publishing.recordsOf(principal.tenantId, enrolment.id, 200);
  return {
    records: records.map(({ unitRef, timestamp, scoreGiven, scoreMaximum, comment, answer, status, reason }) => ({
      ...{ unitRef, timestamp, scoreGiven, scoreMaximum, comment, answer, status, reason },
    })),
  };
}
