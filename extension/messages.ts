import { z } from 'zod';
import type { ExtensionAccepted, ExtensionCounts, ExtensionPrompt } from '../shared/api/extension-operations.ts';
import { idSchema } from '../shared/api/ids.ts';
import type { ContextId, EvidenceId, ExtensionTokenId } from '../shared/domain/ids.ts';

const pairingId = idSchema<ExtensionTokenId>();
const evidenceId = idSchema<EvidenceId>();
const of = z.enum(['learner', 'trainee']);
const pageNumber = z.string().regex(/^\d{1,20}$/);
const place = z.object({ corner: z.enum(['es', 'ee', 'ss', 'se']), x: z.number(), y: z.number() });
/** Where the overlay stands on a site, as the person left it. */
export type OverlayPlace = z.output<typeof place>;

/** What only the extension's own pages may ask. */
const ownRequests = [
  z.object({ type: z.literal('overview'), fresh: z.boolean() }).strict(),
  z.object({ type: z.literal('beginPairing'), toolUrl: z.string().max(300) }).strict(),
  z.object({ type: z.literal('unpair'), pairingId }).strict(),
  z.object({ type: z.literal('prompt'), pairingId, evidenceId, of }).strict(),
  z.object({ type: z.literal('accept'), nonce: z.string().max(100) }).strict(),
  z.object({ type: z.literal('undo'), pairingId, evidenceId, sequence: z.number().int().nonnegative() }).strict(),
  z.object({ type: z.literal('showOn'), origin: z.string().max(300), show: z.boolean() }).strict(),
] as const;

/** What a page of the LMS may ask through the overlay there: to see what it shows, and to open things. */
const lmsRequests = [
  z.object({ type: z.literal('lmsPage'), product: z.enum(['moodle', 'canvas']), course: pageNumber }).strict(),
  z.object({ type: z.literal('placeOverlay'), place }).strict(),
  z.object({ type: z.literal('hideHere') }).strict(),
] as const;

/** What the script in the tool's own frame may ask. */
const toolRequests = [
  z.object({ type: z.literal('toolFrame') }).strict(),
  z.object({ type: z.literal('pairingCode'), code: z.string().regex(/^[A-Za-z0-9_-]{43}$/) }).strict(),
  z.object({ type: z.literal('currentItem'), evidenceId }).strict(),
] as const;

/** What all may ask: each opens something of the extension's or the LMS's, and does nothing by itself. */
const openings = [
  z.object({ type: z.literal('openPrompt'), pairingId, evidenceId, of }).strict(),
  z.object({ type: z.literal('openItem'), pairingId, contextId: idSchema<ContextId>(), evidenceId }).strict(),
  z.object({ type: z.literal('openList') }).strict(),
  z.object({ type: z.literal('openSettings') }).strict(),
] as const;

export const requestSchema = z.discriminatedUnion('type', [
  ...ownRequests,
  ...lmsRequests,
  ...toolRequests,
  ...openings,
]);
export type Request = z.output<typeof requestSchema>;

const typesOf = (requests: ReadonlyArray<{ readonly shape: { readonly type: { readonly value: string } } }>) =>
  new Set(requests.map((request) => request.shape.type.value));
/** The kinds of page that a request may come from. */
export const allowedFrom = {
  own: typesOf([...ownRequests, ...openings]),
  lms: typesOf([...lmsRequests, ...openings]),
  tool: typesOf([...toolRequests, ...openings]),
} as const;

/**
 * `paired`: the number is known; `away`: the tool does not answer; `barred`: the browser does not let the extension reach
 * it; `lost`: it has to be connected again.
 */
export type Standing = 'paired' | 'away' | 'barred' | 'lost';
/** One item that waits, as lists show it. */
export type ListedItem = {
  readonly pairingId: ExtensionTokenId;
  readonly evidenceId: EvidenceId;
  readonly contextId: ContextId;
  readonly title: string;
  readonly learner: string;
  readonly learnerPageId: string | null;
  readonly since: string;
  readonly waiting: number;
  readonly learnerTicks: number;
  readonly traineeTicks: number;
};
export type PairingView = {
  readonly id: ExtensionTokenId;
  readonly toolUrl: string;
  readonly person: string;
  readonly standing: Standing;
  readonly expiresAt: string;
  readonly counts: ExtensionCounts | null;
  /** Milliseconds since 1970. */
  readonly checkedAt: number | null;
  readonly places: ReadonlyArray<{
    readonly contextId: ContextId;
    readonly title: string;
    readonly role: 'assessor' | 'traineeAssessor' | 'learner';
    readonly hasPage: boolean;
  }>;
  readonly items: readonly ListedItem[];
  readonly more: number;
  readonly returned: ReadonlyArray<{
    readonly evidenceId: EvidenceId;
    readonly contextId: ContextId;
    readonly title: string;
  }>;
};
/** `barred`: the person wanted the overlay there, and the browser's leave has been taken away since. */
export type SiteView = { readonly origin: string; readonly state: 'shown' | 'notShown' | 'barred' };
export type Overview = {
  readonly pairings: readonly PairingView[];
  readonly sites: readonly SiteView[];
  /** Addresses of tools that the institution has set. */
  readonly offered: readonly string[];
  /** The tool whose panel has still to agree; null for none. */
  readonly expected: string | null;
};
export type PromptView = { readonly prompt: ExtensionPrompt; readonly nonce: string };
export type LmsPageView = {
  readonly items: readonly ListedItem[];
  readonly place: OverlayPlace | null;
};

/** What each request is answered with. */
export type Replies = {
  overview: Overview;
  beginPairing: null;
  unpair: null;
  prompt: PromptView;
  accept: ExtensionAccepted;
  undo: null;
  showOn: null;
  /** Null: nothing waits on this page, or it is none of ours. */
  lmsPage: LmsPageView | null;
  placeOverlay: null;
  hideHere: null;
  toolFrame: {
    readonly challenge: string | null;
    readonly label: string;
    readonly evidenceId: EvidenceId | null;
  } | null;
  pairingCode: { readonly reason: string | null };
  currentItem: ListedItem | null;
  openPrompt: null;
  openItem: null;
  openList: null;
  openSettings: null;
};
export type RequestType = Request['type'];
export type Fault = { readonly code: string; readonly text: string };
export type Answer<T> = { readonly value: T } | { readonly fault: Fault };
