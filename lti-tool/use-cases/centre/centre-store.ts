import type { ContextId, EnrolmentId, PersonId, QualificationId, TenantId } from '../../../shared/domain/ids.ts';
import type { Instant } from '../../../shared/domain/instant.ts';
import type { Qualification, Specification } from '../../../shared/domain/qualification.ts';
import type { Role, RoleMapping } from '../../../shared/domain/roles.ts';
import type { Membership } from '../membership.ts';
import type { CentreSettings, ReadEntry, RecordEntry } from './centre-record.ts';

/** Settings with the version that a change of them has to name. */
export type VersionedSettings = CentreSettings & { readonly version: number; readonly isRecounting: boolean };
/** A tenant whose progress has to be counted again, for the settings of that version. */
export type RecountDue = { readonly tenantId: TenantId; readonly version: number };

/** What a tenant is connected to. */
export type Connection = {
  readonly name: string;
  readonly issuer: string;
  readonly clientId: string;
  readonly deploymentId: string;
  /** Null: it has not launched since this is kept. */
  readonly firstLaunchAt: Instant | null;
  readonly lastLaunchAt: Instant | null;
};
export type MemberKey = { readonly tenantId: TenantId; readonly contextId: ContextId; readonly personId: PersonId };
export type Assignment = { readonly id: EnrolmentId; readonly assessorIds: readonly PersonId[] };

/** What centre managers see and change. Every change is one write with its entry of the record. */
export type CentreStore = {
  settings(tenantId: TenantId): Promise<VersionedSettings>;
  /** The mapping in the settings, as it was a moment ago: every call asks for it. */
  roleMapping(tenantId: TenantId): Promise<RoleMapping>;
  /** Compare-and-set on the version. `recount` notes in the same write that progress is to be counted again. */
  changeSettings(
    tenantId: TenantId,
    version: number,
    settings: CentreSettings,
    entry: RecordEntry,
    recount: boolean,
  ): Promise<boolean>;
  recountsDue(): Promise<RecountDue[]>;
  /** Takes the note away, unless the settings have changed again since. */
  recounted(due: RecountDue): Promise<void>;
  enrolmentIds(tenantId: TenantId): Promise<EnrolmentId[]>;

  /** To the minute. */
  recordLaunch(tenantId: TenantId, at: Instant): Promise<void>;
  connection(tenantId: TenantId): Promise<Connection | null>;

  members(tenantId: TenantId, contextId: ContextId): Promise<Membership[]>;
  /** Sets a member's role where it is still `before`; false where it is not. */
  changeRole(key: MemberKey, before: Role | null, after: Role | null, entry: RecordEntry): Promise<boolean>;

  assignments(tenantId: TenantId, contextId: ContextId, ids: readonly EnrolmentId[]): Promise<Assignment[]>;
  /** Sets the assessors of those enrolments that still have exactly `before`; returns how many. */
  assign(
    tenantId: TenantId,
    contextId: ContextId,
    ids: readonly EnrolmentId[],
    before: readonly PersonId[],
    after: readonly PersonId[],
    entry: RecordEntry,
  ): Promise<number>;

  /** The tenant's own qualifications. */
  qualifications(tenantId: TenantId): Promise<Qualification[]>;
  /** Adds one for this tenant alone; null where its number and version are there already. */
  addQualification(
    tenantId: TenantId,
    specification: Specification,
    entry: RecordEntry,
  ): Promise<QualificationId | null>;

  /** Entries of the whole centre, and of the roles and caseloads of one context, newest first. */
  record(tenantId: TenantId, contextId: ContextId, limit: number): Promise<ReadEntry[]>;
};
