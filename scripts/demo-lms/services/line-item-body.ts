import type { LineItem } from '../world/world.ts';

/** The fields of a line item that a tool may send. https://www.imsglobal.org/spec/lti-ags/v2p0#line-item-service */
interface LineItemBody {
  label: string;
  scoreMaximum: number;
  resourceId: string;
  tag: string;
  resourceLinkId: string | null;
  /** All that was sent, to be echoed. */
  sent: Record<string, unknown>;
}

const text = (value: unknown): string => (typeof value === 'string' ? value : '');

/** The body of a create or update; null without a label or a maximum. */
export function readLineItem(body: string): LineItemBody | null {
  let sent: Record<string, unknown>;
  try {
    sent = Object(JSON.parse(body));
  } catch {
    return null;
  }
  const label = text(sent.label);
  const scoreMaximum = Number(sent.scoreMaximum);
  if (label === '' || !(scoreMaximum > 0)) return null;
  const resourceLinkId = sent.resourceLinkId === undefined ? null : String(sent.resourceLinkId);
  return { label, scoreMaximum, resourceId: text(sent.resourceId), tag: text(sent.tag), resourceLinkId, sent };
}

/** The filters of the line item list; `linkId` is the item's resource link id as the platform shows it. */
export function matchesFilters(query: URLSearchParams, item: LineItem, linkId: string | undefined): boolean {
  const wanted: [string, string | undefined][] = [
    ['resource_link_id', linkId],
    ['resource_id', item.resourceId],
    ['tag', item.tag],
  ];
  return wanted.every(([name, value]) => !query.get(name) || query.get(name) === value);
}
