import { platformFaultTexts as texts } from '../../shared/texts/publishing.ts';
import type { LineItem, LineItemFault, LineItemList, LineItems } from '../use-cases/publishing/line-items.ts';
import type { PlatformFault } from './platform-fault.ts';
import type { PlatformService } from './platform-service.ts';
import { scope } from './settings.ts';

const itemType = 'application/vnd.ims.lis.v2.lineitem+json';
const listType = 'application/vnd.ims.lis.v2.lineitemcontainer+json';

type Body = Readonly<Record<string, unknown>>;

const faultOf = ({ lasting, status, reason, retryAfterMs = null }: PlatformFault): LineItemFault => ({
  kind: 'fault',
  lasting,
  status,
  reason,
  retryAfterMs,
});
const unreadable: LineItemFault = {
  kind: 'fault',
  lasting: true,
  status: 200,
  reason: texts.columnUnreadable,
  retryAfterMs: null,
};

function bodyIn(text: string): Body | null {
  try {
    const body: unknown = JSON.parse(text);
    return typeof body === 'object' && body !== null && !Array.isArray(body) ? (body as Body) : null;
  } catch {
    return null;
  }
}

const textOrNull = (value: unknown) =>
  typeof value === 'string' || typeof value === 'number' ? String(value) || null : null;

/** A line item as sent; null where it lacks what makes one. `known` is its address where the platform leaves it out. */
function itemOf(entry: unknown, known: string | null): LineItem | null {
  if (typeof entry !== 'object' || entry === null) return null;
  const { id, label, scoreMaximum, resourceId, tag, resourceLinkId } = entry as Body;
  const url = typeof id === 'string' && id !== '' ? id : known;
  const maximum = Number(scoreMaximum);
  if (url === null || typeof label !== 'string' || !(maximum > 0)) return null;
  const texts = {
    resourceId: textOrNull(resourceId),
    tag: textOrNull(tag),
    resourceLinkId: textOrNull(resourceLinkId),
  };
  return { url, label, scoreMaximum: maximum, ...texts };
}

/** The list's address with a filter; its own query stays. */
function filtered({ lineItemsUrl }: LineItemList, filter: Readonly<Record<string, string>>): string {
  if (!URL.canParse(lineItemsUrl)) return '';
  const url = new URL(lineItemsUrl);
  for (const [name, value] of Object.entries(filter)) url.searchParams.set(name, value);
  return url.href;
}

/** @see https://www.imsglobal.org/spec/lti-ags/v2p0#line-item-service */
export function createLineItems(service: PlatformService): LineItems {
  const scopes = [scope.lineItem];

  /** The body as the platform sent it, for it to be sent back with one thing changed. */
  async function get(address: Parameters<LineItems['read']>[0], signal?: AbortSignal): Promise<Body | LineItemFault> {
    const { issuer, clientId, lineItemUrl: url } = address;
    const call = { method: 'GET', url, headers: { accept: itemType }, scopes, signal } as const;
    const answer = await service.call({ issuer, clientId }, call);
    return answer.kind === 'fault' ? faultOf(answer) : (bodyIn(answer.text) ?? unreadable);
  }
  const isFault = (body: Body | LineItemFault): body is LineItemFault => body.kind === 'fault' && 'lasting' in body;

  return {
    async read(address, signal) {
      const body = await get(address, signal);
      return isFault(body) ? body : (itemOf(body, address.lineItemUrl) ?? unreadable);
    },
    async find(list, filter, signal) {
      const query: Record<string, string> =
        'resourceLinkId' in filter
          ? { resource_link_id: filter.resourceLinkId }
          : { resource_id: filter.resourceId, tag: filter.tag };
      // No `limit`: Moodle's paging of line items is broken, and others page by themselves.
      const url = filtered(list, query);
      const call = { method: 'GET', url, headers: { accept: listType }, scopes, signal } as const;
      const pages = await service.pages({ issuer: list.issuer, clientId: list.clientId }, call);
      if (!Array.isArray(pages)) return faultOf(pages);
      if (!pages.every((page) => Array.isArray(page))) return unreadable;
      const items = pages.flat().map((entry) => itemOf(entry, null));
      // Filters are checked again: a platform may not know them.
      const fits = (item: LineItem) =>
        'resourceLinkId' in filter
          ? item.resourceLinkId === filter.resourceLinkId
          : item.resourceId === filter.resourceId && item.tag === filter.tag;
      return items.find((item) => item !== null && fits(item)) ?? null;
    },
    async create(list, wanted, signal) {
      const { label, scoreMaximum, resourceId, tag } = wanted;
      const body = JSON.stringify({ label, scoreMaximum, resourceId, tag });
      const headers = { 'content-type': itemType, accept: itemType };
      const call = { method: 'POST', url: list.lineItemsUrl, headers, body, scopes, signal } as const;
      const answer = await service.call({ issuer: list.issuer, clientId: list.clientId }, call);
      if (answer.kind === 'fault') return faultOf(answer);
      const location = answer.headers.location;
      const known = location && URL.canParse(location, list.lineItemsUrl) ? new URL(location, list.lineItemsUrl) : null;
      return itemOf(bodyIn(answer.text), known?.href ?? null) ?? unreadable;
    },
    async change(address, { scoreMaximum, label }, signal) {
      const { issuer, clientId, lineItemUrl: url } = address;
      const now = await get(address, signal);
      if (isFault(now)) return now;
      if (itemOf(now, url) === null) return unreadable;
      const wanted = { ...now, scoreMaximum, ...(label === undefined ? {} : { label }) };
      const body = JSON.stringify(wanted);
      const headers = { 'content-type': itemType, accept: itemType };
      const answer = await service.call({ issuer, clientId }, { method: 'PUT', url, headers, body, scopes, signal });
      if (answer.kind === 'fault') return faultOf(answer);
      return itemOf({ ...wanted, ...bodyIn(answer.text) }, url) ?? unreadable;
    },
  };
}
