import type {
  ContextId,
  EnrolmentId,
  ExtensionTokenId,
  PersonId,
  QualificationId,
  ResourceLinkId,
  TenantId,
} from '../../../shared/domain/ids.ts';
import type { Instant } from '../../../shared/domain/instant.ts';
import type { RoleSources } from '../../../shared/domain/roles.ts';

/** A browser in which a person connected the extension. The token itself is never kept. */
export type ExtensionToken = {
  readonly id: ExtensionTokenId;
  readonly tenantId: TenantId;
  readonly personId: PersonId;
  readonly label: string;
  readonly createdAt: Instant;
  readonly expiresAt: Instant;
  readonly lastUsedAt: Instant | null;
};

/** A pairing that was begun in the panel and not finished by the extension yet. */
export type PairingOffer = Omit<ExtensionToken, 'lastUsedAt'> & {
  /** SHA-256 of the one-time code. */
  readonly codeHash: string;
  /** SHA-256, base64url, of the verifier that the extension keeps. */
  readonly challenge: string;
};

/** How a learner, course and activity are numbered on the pages of their LMS. */
export type LmsPage = {
  readonly linkId: ResourceLinkId;
  readonly tenantId: TenantId;
  readonly contextId: ContextId;
  readonly product: 'moodle' | 'canvas';
  readonly lmsUrl: string;
  readonly coursePageId: string | null;
  readonly activityUrl: string | null;
};

export type ExtensionStore = {
  insertOffer(offer: PairingOffer): Promise<void>;
  /** Turns the offer of that code and challenge into a token, once; null where there is none that still holds. */
  completeOffer(
    offer: Pick<PairingOffer, 'codeHash' | 'challenge'>,
    token: { readonly tokenHash: string; readonly now: Instant; readonly expiresAt: Instant },
  ): Promise<ExtensionToken | null>;
  findToken(tokenHash: string, now: Instant): Promise<ExtensionToken | null>;
  noteUse(tenantId: TenantId, id: ExtensionTokenId, at: Instant): Promise<void>;
  /** Tokens that have not expired, newest first. */
  tokensOf(tenantId: TenantId, personId: PersonId, now: Instant): Promise<ExtensionToken[]>;
  /** False where the person has no such token. */
  removeToken(tenantId: TenantId, personId: PersonId, id: ExtensionTokenId): Promise<boolean>;

  /** The contexts that a person belongs to, with what each source says of their role there. */
  rolesOf(tenantId: TenantId, personId: PersonId): Promise<Array<RoleSources & { readonly contextId: ContextId }>>;
  /** The enrolment of one learner; null where they have none. */
  enrolmentOf(
    tenantId: TenantId,
    contextId: ContextId,
    qualificationId: QualificationId,
    learnerId: PersonId,
  ): Promise<EnrolmentId | null>;

  /** Says that what waits in a context may have changed. */
  raiseRevision(tenantId: TenantId, contextId: ContextId): Promise<void>;
  /** By context; one that never changed is not in it. */
  revisionsOf(tenantId: TenantId, contextIds: readonly ContextId[]): Promise<ReadonlyMap<ContextId, number>>;

  /** Writes only what differs from what is known. */
  rememberPage(page: LmsPage): Promise<void>;
  pagesOf(tenantId: TenantId, linkIds: readonly ResourceLinkId[]): Promise<LmsPage[]>;
  rememberPersonPage(tenantId: TenantId, personId: PersonId, pageId: string): Promise<void>;
  personPagesOf(tenantId: TenantId, personIds: readonly PersonId[]): Promise<ReadonlyMap<PersonId, string>>;
};
