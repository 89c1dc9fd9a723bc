import type { Instant } from '../../shared/domain/instant.ts';
import type { Score } from '../../shared/domain/score.ts';

/** A platform that may launch the tool: one LTI registration. */
export type Registration = {
  readonly id: string;
  readonly name: string;
  readonly issuer: string;
  readonly clientId: string;
  readonly authenticationUrl: string;
  readonly tokenUrl: string;
  readonly jwksUrl: string;
  /** The deployments an administrator named; empty: each is recorded at its first launch. */
  readonly deploymentIds: readonly string[];
  /** Origins of its pages that its addresses do not tell, such as a school's own domain name in front of Canvas. */
  readonly pageOrigins: readonly string[];
  /** False while a platform that registered itself waits for its inviter: nothing launches from it. */
  readonly active: boolean;
};
export type NewRegistration = Omit<Registration, 'id' | 'active' | 'pageOrigins'> &
  Partial<Pick<Registration, 'pageOrigins'>>;

/** The registry of platforms. */
export type Registrations = {
  /** Adds a platform, or changes the one of that issuer and client id; active from then on. */
  add(registration: NewRegistration): Promise<Registration>;
  /** Adds a platform, active or waiting; null, and nothing changed, where there is one of that issuer and client id. */
  addNew(registration: NewRegistration, active: boolean): Promise<Registration | null>;
  /** Lets a waiting platform launch; false where there is none. */
  activate(issuer: string, clientId: string): Promise<boolean>;
  list(): Promise<Registration[]>;
  find(issuer: string, clientId: string): Promise<Registration | null>;
  /** True where there was one to remove. Its records stay. */
  remove(issuer: string, clientId: string): Promise<boolean>;
};

/** A key pair of the tool for one platform. */
export type ToolKey = {
  readonly issuer: string;
  readonly clientId: string;
  readonly keyId: string;
  /** `next` is published and does not sign yet; `old` is still published and does not sign any more. */
  readonly state: 'current' | 'next' | 'old';
  /** When it takes over (`next`) or leaves the key set (`old`); null for the current one. */
  readonly changesAt: Instant | null;
};
export type KeyRotation =
  | { readonly kind: 'rotated'; readonly usedFrom: Instant; readonly oldUntil: Instant }
  /** The new key of the last rotation does not sign yet. */
  | { readonly kind: 'underWay'; readonly usedFrom: Instant }
  | { readonly kind: 'unknown' };
export type ToolKeys = {
  list(): Promise<ToolKey[]>;
  /**
   * Publishes a new key for the platform, lets it sign a little later and withdraws the old one after an overlap; running
   * processes follow by themselves. `atOnce`: no overlap, for a key that may be in the wrong hands.
   */
  rotate(issuer: string, clientId: string, atOnce: boolean): Promise<KeyRotation>;
};

/** Leave for one platform to register itself, once. */
export type Invitation = {
  /** What to call the platform; null: as it calls itself. */
  readonly name: string | null;
  /** Host, with a port where it has one, that the platform's issuer must have; null: any. */
  readonly issuerHost: string | null;
  /** Whether the platform may launch at once, without `activate`. */
  readonly activate: boolean;
  readonly expiresAt: Instant;
};
export type Invitations = {
  /** The registration address to enter in the LMS: it is a secret until it was used. */
  make(invitation: Invitation): Promise<string>;
};

/** A deployment that has launched the tool. */
export type Deployment = {
  readonly registrationId: string;
  readonly deploymentId: string;
  readonly firstLaunchAt: Instant;
};
export type Deployments = { list(registrationId: string): Promise<Deployment[]> };

/** Where a score goes. */
export type LineItemAddress = {
  readonly issuer: string;
  readonly clientId: string;
  readonly lineItemUrl: string;
};
export type TimedScore = Omit<Score, 'scoreGiven'> & {
  /** Null takes the grade back: the platform shows none. */
  readonly scoreGiven: number | null;
  /** LTI `sub` of the learner. */
  readonly userId: string;
  /** Time of sending, with milliseconds. */
  readonly timestamp: Instant;
  /** Asks a platform that can do so to leave a grade that a person typed. */
  readonly keepHandGrade?: boolean;
  /** For platforms that keep the work behind a score as attempts: whether this is one more, and when it was handed in. */
  readonly submission?: { readonly isNew: boolean; readonly at: Instant } | undefined;
};

/** How a platform answered a score. Everything but `accepted` says what to do next. */
export type ScoreAnswer =
  | { readonly kind: 'accepted' }
  /** Time-out, network fault, 429, 5xx: try again, no sooner than `retryAfterMs` where given. */
  | {
      readonly kind: 'retry';
      readonly status: number | null;
      readonly retryAfterMs: number | null;
      readonly reason: string;
    }
  /** 409: the platform holds a score of the same second or later. */
  | { readonly kind: 'stale' }
  /** 404: the line item is gone. */
  | { readonly kind: 'lineItemGone' }
  /** Any other refusal; trying the same again will not help. */
  | { readonly kind: 'refused'; readonly status: number; readonly reason: string };

export type FoundResult = {
  readonly userId: string;
  readonly resultScore: number | null;
  readonly resultMaximum: number | null;
  readonly comment: string | null;
  /** When the grade was made; many platforms do not tell. */
  readonly timestamp: Instant | null;
};

/**
 * Assignment and Grade Services as the publisher uses them. Never throws for what a platform does.
 * @see https://www.imsglobal.org/spec/lti-ags/v2p0
 */
export type GradeService = {
  publish(address: LineItemAddress, score: TimedScore, signal?: AbortSignal): Promise<ScoreAnswer>;
  results(address: LineItemAddress, userId?: string, signal?: AbortSignal): Promise<FoundResult[] | Unavailable>;
};
export type Unavailable = { readonly kind: 'unavailable'; readonly status: number | null; readonly reason: string };

export type Member = {
  readonly userId: string;
  readonly name: string | null;
  readonly givenName: string | null;
  readonly familyName: string | null;
  readonly roles: readonly string[];
  readonly active: boolean;
};

/**
 * Names and Role Provisioning Services.
 * @see https://www.imsglobal.org/spec/lti-nrps/v2p0
 */
export type RosterService = {
  members(
    address: { readonly issuer: string; readonly clientId: string; readonly membershipsUrl: string },
    signal?: AbortSignal,
  ): Promise<Member[] | Unavailable>;
};

/** Documents of the LTI edge, kept by the store. Values are plain JSON; filters compare whole top-level texts. */
export type Records = {
  find(collection: RecordCollection, filter: RecordFilter): Promise<RecordDocument[]>;
  /** @throws DuplicateRecord where a unique key is taken. */
  insert(collection: RecordCollection, document: RecordDocument): Promise<void>;
  /** Replaces the first match or inserts. */
  replace(collection: RecordCollection, filter: RecordFilter, document: RecordDocument): Promise<void>;
  modify(collection: RecordCollection, filter: RecordFilter, change: RecordDocument): Promise<void>;
  /** How many went. */
  remove(collection: RecordCollection, filter: RecordFilter): Promise<number>;
  /** Removes one match and returns it: of many callers exactly one gets it. */
  take(collection: RecordCollection, filter: RecordFilter): Promise<RecordDocument | null>;
};
export class DuplicateRecord extends Error {
  override readonly name = 'DuplicateRecord';
}
export type RecordFilter = Readonly<Record<string, string>>;
export type RecordDocument = Readonly<Record<string, unknown>>;

/** The collections of the LTI edge and the keys that are unique in each. `expiresAt` (a Date) is swept where present. */
export const recordCollections = {
  platform: [['platformUrl', 'clientId'], ['kid']],
  platformStatus: [['id']],
  privatekey: [['kid']],
  publickey: [['kid']],
  accesstoken: [['platformUrl', 'clientId', 'scopes']],
  launchState: [['stateHash']],
  contentSelection: [['tokenHash']],
  deployment: [['registrationId', 'deploymentId']],
  registration: [['issuer', 'clientId']],
  invitation: [['tokenHash']],
} as const satisfies Record<string, readonly (readonly string[])[]>;
export type RecordCollection = keyof typeof recordCollections;
