import type { ContextId, PersonId, QualificationId, TenantId } from '../../../shared/domain/ids.ts';
import type { Instant } from '../../../shared/domain/instant.ts';
import type { ContentSettings } from '../launch.ts';

/** A person about to add activities to a context: what the platform asked for, and for whom. */
export type ContentSelection = {
  readonly tenantId: TenantId;
  readonly contextId: ContextId;
  readonly personId: PersonId;
  readonly issuer: string;
  readonly clientId: string;
  readonly deploymentId: string;
} & Pick<ContentSettings, 'acceptsMultiple' | 'acceptsLineItems' | 'data'>;

/**
 * An activity for the platform to add.
 * @see https://www.imsglobal.org/spec/lti-dl/v2p0#lti-resource-link
 */
export type ContentItem = {
  readonly title: string;
  readonly custom: Readonly<Record<string, string>>;
  readonly lineItem: {
    readonly label: string;
    readonly scoreMaximum: number;
    readonly resourceId: string;
    readonly tag: string;
  } | null;
};

/** Selections under way. Each is kept for two hours under its token's hash, sealed, and answered once. */
export type ContentSelections = {
  /** Returns the token that stands for it. */
  begin(selection: ContentSelection): Promise<string>;
  /** Null where it was answered, never existed or is too old. */
  find(token: string): Promise<ContentSelection | null>;
  /**
   * The signed message for the platform; of many calls at once one gets it.
   * @throws Failure sessionEnded where it was answered before
   */
  answer(token: string, items: readonly ContentItem[]): Promise<string>;
};

/** Which qualifications a centre chose for activities, and when last. */
export type QualificationUses = {
  remember(tenantId: TenantId, id: QualificationId, at: Instant): Promise<void>;
  /** Latest first. */
  latest(tenantId: TenantId, limit: number): Promise<QualificationId[]>;
};
