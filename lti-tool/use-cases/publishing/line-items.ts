import type { LineItemAddress } from '../lti-ports.ts';

/**
 * A gradebook column as the platform describes it.
 * @see https://www.imsglobal.org/spec/lti-ags/v2p0#line-item-service
 */
export type LineItem = {
  readonly url: string;
  readonly label: string;
  readonly scoreMaximum: number;
  readonly resourceId: string | null;
  readonly tag: string | null;
  /** The platform's id of the activity it belongs to; null where it stands alone. */
  readonly resourceLinkId: string | null;
};
export type NewLineItem = {
  readonly label: string;
  readonly scoreMaximum: number;
  readonly resourceId: string;
  readonly tag: string;
};

/** The platform's line items could not be used. `status` 404: there is no such line item. */
export type LineItemFault = {
  readonly kind: 'fault';
  /** Trying the same again will not help. */
  readonly lasting: boolean;
  readonly status: number | null;
  readonly reason: string;
  readonly retryAfterMs: number | null;
};

export type LineItemList = {
  readonly issuer: string;
  readonly clientId: string;
  readonly lineItemsUrl: string;
};
export type LineItemFilter =
  | { readonly resourceLinkId: string }
  | { readonly resourceId: string; readonly tag: string };

export type LineItemChange = { readonly scoreMaximum: number; readonly label?: string };

/** The line item service. Never throws for what a platform does. */
export type LineItems = {
  read(address: LineItemAddress, signal?: AbortSignal): Promise<LineItem | LineItemFault>;
  /** The first that fits the filter exactly; null where none does. */
  find(list: LineItemList, filter: LineItemFilter, signal?: AbortSignal): Promise<LineItem | null | LineItemFault>;
  /** Makes a column that stands alone: a second one linked to the activity would take `lineitem` out of launches. */
  create(list: LineItemList, wanted: NewLineItem, signal?: AbortSignal): Promise<LineItem | LineItemFault>;
  /** Changes what is named and keeps all else as the platform has it. */
  change(address: LineItemAddress, changes: LineItemChange, signal?: AbortSignal): Promise<LineItem | LineItemFault>;
};

export const isFault = (answer: LineItem | null | LineItemFault): answer is LineItemFault =>
  answer !== null && 'kind' in answer;
