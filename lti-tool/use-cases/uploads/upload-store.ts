import type { EvidenceId, PersonId, TenantId, UploadId } from '../../../shared/domain/ids.ts';
import type { Instant } from '../../../shared/domain/instant.ts';

/** A file on its way, part by part. The document is the truth: bytes that it does not name do not exist. */
export type Upload = {
  readonly id: UploadId;
  readonly tenantId: TenantId;
  /** Who sends it; nobody else may go on with it. */
  readonly personId: PersonId;
  readonly evidenceId: EvidenceId;
  readonly name: string;
  /** Bytes of the whole file, as announced. */
  readonly size: number;
  /** When the file was last changed, in milliseconds since 1970; absent where the client did not say. */
  readonly modifiedAt?: number | undefined;
  /** Bytes that have arrived. */
  readonly offset: number;
  /** Names of the parts in the file store, in order. */
  readonly parts: readonly string[];
  readonly expiresAt: Instant;
};

export type UploadStore = {
  insert(upload: Upload): Promise<void>;
  /** The upload, where it has not expired. */
  find(tenantId: TenantId, personId: PersonId, id: UploadId, now: Instant): Promise<Upload | null>;
  /** Those of a person on an item. */
  openOn(tenantId: TenantId, personId: PersonId, evidenceId: EvidenceId, now: Instant): Promise<Upload[]>;
  /** Adds a part at the offset; false where another part came there first. */
  append(upload: Upload, part: { readonly part: string; readonly size: number }, expiresAt: Instant): Promise<boolean>;
  /** How many this person has under way. */
  countOpen(tenantId: TenantId, personId: PersonId, now: Instant): Promise<number>;
  remove(tenantId: TenantId, id: UploadId): Promise<void>;
  /** Of all tenants: uploads that expired before a moment. */
  expired(before: Instant, limit: number): Promise<Upload[]>;
};
