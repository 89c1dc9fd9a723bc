import { criteriaUnder } from '../../../shared/domain/qualification.ts';
import type { ScoreTrouble } from '../../../shared/domain/score-trouble.ts';
import { publishingTexts as texts } from '../../../shared/texts/publishing.ts';
import type { Enrolment } from '../enrolment-ports.ts';
import { instantOf } from '../ports.ts';
import { columnIdentity } from './column-identity.ts';
import type { Destination } from './destinations.ts';
import { isFault, type LineItem, type LineItemFault } from './line-items.ts';
import { callSignal, instantIn, type PublishDeps } from './publish-deps.ts';
import type { GradebookColumn } from './publishing-store.ts';

/** The column is not usable now: why, and whether that passes by itself. */
export type ColumnFault = {
  readonly kind: 'columnFault';
  readonly code: ScoreTrouble;
  readonly reason: string;
  readonly status: number | null;
  readonly passing: boolean;
  readonly retryAfterMs: number | null;
};
export type ReadyColumn = { readonly kind: 'ready'; readonly column: GradebookColumn; readonly lineItemUrl: string };

/** How often each column is compared with the gradebook, in milliseconds. */
export const checkInterval = 900_000;
const claimTime = 60_000;
const longestLabel = 250;

export const columnFault = (
  code: ScoreTrouble,
  reason: string,
  more: { status?: number | null; passing?: boolean; retryAfterMs?: number | null } = {},
): ColumnFault => ({ kind: 'columnFault', code, reason, status: null, passing: false, retryAfterMs: null, ...more });

const fromFault = ({ lasting, status, reason, retryAfterMs }: LineItemFault): ColumnFault => {
  const code = lasting ? 'notAllowed' : status === null ? 'unreachable' : status >= 500 ? 'failed' : 'busy';
  return columnFault(code, reason, { status, passing: !lasting, retryAfterMs });
};

/** What a tool made is called after its unit, or the activity. */
function labelOf({ link, qualification }: Destination, unitRef: string | null): string {
  const unit = qualification.units.find((candidate) => candidate.ref === unitRef);
  return (unit ? `${unit.ref} ${unit.title}` : (link?.title ?? qualification.title)).slice(0, longestLabel);
}

const unknownColumn = { label: null, maximum: null, refusedMaximum: null } as const;

const gone = (status: number | null): boolean => status === 404 || status === 410;

/**
 * The gradebook column of a unit, or of the whole qualification for null, ready to take scores: the activity's own
 * where the platform declares one, else found by `resourceId` and `tag` or made; and its maximum brought to `total`.
 * Many callers for one column share the work.
 */
export function createColumns(deps: PublishDeps) {
  const flights = new Map<string, Promise<ReadyColumn | ColumnFault>>();
  const { publishing } = deps.stores;

  const change = async (column: GradebookColumn, changed: Partial<GradebookColumn>): Promise<GradebookColumn> => {
    await publishing.changeColumn(column, changed);
    return { ...column, ...changed };
  };

  /** Finds the column made earlier, or makes it: one caller at a time, so that there are never two. */
  async function make(
    column: GradebookColumn,
    to: Destination,
    total: number,
    signal: AbortSignal | undefined,
  ): Promise<GradebookColumn | ColumnFault> {
    const { tenant, link, qualification } = to;
    if (!link?.lineItemsUrl) return columnFault('noColumn', texts.noColumnForActivity);
    if (!(await publishing.claimColumn(column, instantOf(deps.clock), instantIn(deps.clock, claimTime))))
      return columnFault('columnBusy', texts.columnBusy, { passing: true, retryAfterMs: 1_000 });
    const list = { issuer: tenant.issuer, clientId: tenant.clientId, lineItemsUrl: link.lineItemsUrl };
    const unit = qualification.units.find((candidate) => candidate.ref === column.unitRef);
    const { resourceId, tag } = columnIdentity(qualification, unit ?? null);
    const label = labelOf(to, column.unitRef);
    const known = await deps.lineItems.find(list, { resourceId, tag }, callSignal(deps, signal));
    const item =
      known ??
      (await deps.lineItems.create(list, { label, scoreMaximum: total, resourceId, tag }, callSignal(deps, signal)));
    if (isFault(item)) {
      await change(column, { claimedUntil: null });
      return fromFault(item);
    }
    return change(column, {
      ...{ lineItemUrl: item.url, origin: 'made', maximum: item.scoreMaximum, refusedMaximum: null },
      // One that was there under another name was named by a teacher.
      label: item.label === label ? label : null,
      claimedUntil: null,
    });
  }

  /** The activity's own column was deleted: perhaps it has another one by now. */
  async function ownAgain(column: GradebookColumn, to: Destination, signal: AbortSignal | undefined) {
    const { tenant, link } = to;
    const missing = columnFault('columnGone', texts.columnDeleted, { status: 404 });
    if (!link?.lineItemsUrl) return missing;
    const list = { issuer: tenant.issuer, clientId: tenant.clientId, lineItemsUrl: link.lineItemsUrl };
    const filter = { resourceLinkId: link.lmsResourceLinkId };
    const item = await deps.lineItems.find(list, filter, callSignal(deps, signal));
    if (item === null) return missing;
    if (isFault(item)) return item.lasting ? missing : fromFault(item);
    if (item.url === column.lostUrl) return missing;
    return change(column, { lineItemUrl: item.url, maximum: item.scoreMaximum, refusedMaximum: null });
  }

  /**
   * Brings the maximum to `total`, and the name that this tool gave to what it is called now. Scores sent on another
   * scale are sent again: some platforms do not rescale them.
   */
  async function bringRight(
    column: GradebookColumn,
    to: Destination,
    total: number,
    signal: AbortSignal | undefined,
  ): Promise<GradebookColumn | ColumnFault> {
    const label = labelOf(to, column.unitRef);
    const stale = column.label !== null && column.label !== label;
    if (column.lineItemUrl === null || column.refusedMaximum === total) return column;
    if (column.maximum === total && !stale) return column;
    const { issuer, clientId } = to.tenant;
    const address = { issuer, clientId, lineItemUrl: column.lineItemUrl };
    const before = await deps.lineItems.read(address, callSignal(deps, signal));
    // Whoever renamed it in the LMS keeps their name.
    const rename = stale && !isFault(before) && before.label === column.label;
    const ours = { label: stale ? (rename ? label : null) : column.label };
    if (!isFault(before) && before.scoreMaximum === total && !rename) return settle(column, before, ours);
    const wanted = { scoreMaximum: total, ...(rename ? { label } : {}) };
    const after = isFault(before) ? before : await deps.lineItems.change(address, wanted, callSignal(deps, signal));
    if (!isFault(after)) return settle(column, after, ours);
    if (gone(after.status)) return columnFault('columnGone', after.reason, { status: after.status });
    if (!after.lasting) return fromFault(after);
    return change(column, { refusedMaximum: total, maximum: isFault(before) ? null : before.scoreMaximum });
  }

  async function settle(
    column: GradebookColumn,
    item: LineItem,
    ours: Pick<GradebookColumn, 'label'>,
  ): Promise<GradebookColumn> {
    const { tenantId, contextId, qualificationId } = column;
    if (column.maximum !== null && column.maximum !== item.scoreMaximum)
      await deps.stores.enrolments.publishAgain(tenantId, { contextId, qualificationId, settledOnly: true });
    return change(column, { ...ours, maximum: item.scoreMaximum, refusedMaximum: null });
  }

  async function bring(
    to: Destination,
    enrolment: Enrolment,
    unitRef: string | null,
    total: number,
    lost: string | null,
    signal: AbortSignal | undefined,
  ): Promise<ReadyColumn | ColumnFault> {
    const { tenantId, contextId, qualificationId } = enrolment;
    const place = { tenantId, contextId, qualificationId, unitRef };
    let column = await publishing.column(place, instantIn(deps.clock, checkInterval));
    if (lost !== null && lost === column.lineItemUrl) {
      column = await change(column, { ...unknownColumn, lineItemUrl: null, lostUrl: lost });
      await deps.stores.enrolments.publishAgain(tenantId, { contextId, qualificationId, settledOnly: true });
    }
    const declared = unitRef === null ? (to.link?.lineItemUrl ?? null) : null;
    if (declared !== null && declared !== column.lostUrl) {
      if (declared !== column.lineItemUrl)
        column = await change(column, { ...unknownColumn, lineItemUrl: declared, origin: 'link' });
    } else if (column.lineItemUrl === null) {
      const other = await (declared === null ? make(column, to, total, signal) : ownAgain(column, to, signal));
      if ('kind' in other) return other;
      column = other;
    }
    const ready = await bringRight(column, to, await widest(to, enrolment, unitRef, total, column), signal);
    if ('kind' in ready) {
      // Deleted, and found out while its maximum was looked at.
      if (ready.code === 'columnGone' && lost === null && column.lineItemUrl !== null)
        return bring(to, enrolment, unitRef, total, column.lineItemUrl, signal);
      return ready;
    }
    if (ready.lineItemUrl === null) return columnFault('noColumn', texts.noColumnHere);
    return { kind: 'ready', column: ready, lineItemUrl: ready.lineItemUrl };
  }

  /** A column has one maximum, learners may have chosen different units: it is that of whoever has the most. */
  async function widest(
    to: Destination,
    { tenantId, contextId, qualificationId }: Enrolment,
    unitRef: string | null,
    total: number,
    column: GradebookColumn,
  ): Promise<number> {
    if (column.maximum === total) return total;
    if (unitRef !== null) return criteriaUnder(to.qualification, { unitRef }).length;
    return Math.max(total, await deps.stores.enrolments.largestTotal(tenantId, contextId, qualificationId));
  }

  return {
    /** @param lost an address that answered 404: it is not used again, but looked up or made anew */
    ready(
      to: Destination,
      enrolment: Enrolment,
      unitRef: string | null,
      total: number,
      lost: string | null,
      signal?: AbortSignal,
    ): Promise<ReadyColumn | ColumnFault> {
      const { tenantId, contextId, qualificationId } = enrolment;
      const key = JSON.stringify([tenantId, contextId, qualificationId, unitRef, total, lost]);
      const flying = flights.get(key);
      if (flying) return flying;
      const flight = bring(to, enrolment, unitRef, total, lost, signal).finally(() => flights.delete(key));
      flights.set(key, flight);
      return flight;
    },
  };
}
export type Columns = ReturnType<typeof createColumns>;
