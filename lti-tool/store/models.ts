import { type Connection, type Model, Schema, type SchemaDefinition } from 'mongoose';
import type { Evidence } from '../../shared/domain/evidence.ts';
import type { EvidenceNeeded } from '../../shared/domain/evidence-needed.ts';
import type { QualificationId, TenantId } from '../../shared/domain/ids.ts';
import type { Instant } from '../../shared/domain/instant.ts';
import type { Qualification, Specification } from '../../shared/domain/qualification.ts';
import type { Act } from '../use-cases/act-store.ts';
import type { RecordEntry } from '../use-cases/centre/centre-record.ts';
import type { Enrolment } from '../use-cases/enrolment-ports.ts';
import type { Membership } from '../use-cases/membership.ts';
import type { Person, Session } from '../use-cases/people-ports.ts';
import type { Context, ResourceLink, Tenant } from '../use-cases/place-ports.ts';
import type { GradebookColumn, ScoreRecord } from '../use-cases/publishing/publishing-store.ts';
import type { StoredPlan } from '../use-cases/quality/sampling-store.ts';
import type { Roster } from '../use-cases/roster/roster-ports.ts';
import type { Upload } from '../use-cases/uploads/upload-store.ts';

/** A stored document: `id` becomes `_id`. */
export type Stored<T> = Omit<T, 'id'> & { readonly _id: string };
/** Kept beside the enrolment for queries that cannot compare two fields. */
export type EnrolmentState = { readonly scoreDue: boolean };
/** Kept in the item itself, so that one write says both what changed and that progress does not count it yet. */
export type StoredEvidence = Stored<Evidence> & { readonly isCounted: boolean };

/** What managers did to a document, added by the write that did it. */
export type Recorded = { readonly record?: readonly RecordEntry[] };
/** Absent until somebody sets it, or launches. */
type TenantState = Recorded & {
  readonly evidenceNeeded?: EvidenceNeeded;
  readonly settingsVersion?: number;
  /** The version of the settings for which progress is still to be counted again. */
  readonly recountDue?: number;
  readonly firstLaunchAt?: string;
  readonly lastLaunchAt?: string;
};

type Index = { readonly keys: Readonly<Record<string, 1>>; readonly unique?: boolean };

/** Top-level fields are named here; what is inside them has one writer, the domain, and is kept as it is. */
function schema(fields: readonly string[], indexes: readonly Index[]): Schema {
  const definition: SchemaDefinition = { _id: { type: String, required: true } };
  for (const field of fields) definition[field] = { type: Schema.Types.Mixed };
  const made = new Schema(definition, {
    versionKey: false,
    minimize: false,
    strict: 'throw',
    autoIndex: false,
    id: false,
  });
  for (const { keys, unique = false } of indexes) made.index({ ...keys }, { unique });
  return made;
}

/** What managers set for a whole centre, kept in its tenant. */
const centreFields = ['evidenceNeeded', 'settingsVersion', 'recountDue', 'firstLaunchAt', 'lastLaunchAt', 'record'];

const collections = {
  tenants: schema(
    ['registrationId', 'issuer', 'clientId', 'deploymentId', 'name', 'roleMapping', ...centreFields],
    [{ keys: { registrationId: 1, deploymentId: 1 }, unique: true }],
  ),
  people: schema(
    ['tenantId', 'lmsUserId', 'name', 'givenName'],
    [{ keys: { tenantId: 1, lmsUserId: 1 }, unique: true }],
  ),
  memberships: schema(
    [
      ...['tenantId', 'contextId', 'personId', 'setRole', 'launchRole', 'rosterRole'],
      ...['launchGroups', 'lastLaunchAt', 'leftAt', 'record'],
    ],
    [{ keys: { tenantId: 1, contextId: 1, personId: 1 }, unique: true }, { keys: { tenantId: 1, personId: 1 } }],
  ),
  contexts: schema(['tenantId', 'lmsContextId', 'title'], [{ keys: { tenantId: 1, lmsContextId: 1 }, unique: true }]),
  resourceLinks: schema(
    [
      'tenantId',
      'contextId',
      'lmsResourceLinkId',
      'title',
      'qualificationId',
      'lineItemUrl',
      'lineItemsUrl',
      'product',
      'membershipsUrl',
      'scoreColumns',
      'unitRefs',
      'unitRef',
    ],
    [{ keys: { tenantId: 1, contextId: 1, lmsResourceLinkId: 1 }, unique: true }],
  ),
  specifications: schema(
    ['number', 'title', 'level', 'awardingOrganisation', 'version', 'units'],
    [{ keys: { number: 1, version: 1 }, unique: true }],
  ),
  qualifications: schema(
    ['tenantId', 'number', 'title', 'level', 'awardingOrganisation', 'version', 'units', 'record'],
    [{ keys: { tenantId: 1, number: 1, version: 1 }, unique: true }],
  ),
  rosters: schema(
    ['tenantId', 'contextId', 'membershipsUrl', 'lmsResourceLinkId', 'dueAt', 'claimedUntil', 'readAt', 'fault'],
    [{ keys: { tenantId: 1, contextId: 1 }, unique: true }, { keys: { dueAt: 1 } }],
  ),
  qualificationUses: schema(['tenantId', 'qualificationId', 'at'], [{ keys: { tenantId: 1 } }]),
  enrolments: schema(
    [
      'tenantId',
      'contextId',
      'qualificationId',
      'learnerId',
      'unitRefs',
      'assessorIds',
      'progress',
      'staleMark',
      'freshMark',
      'progressRevision',
      'publication',
      'scoreDue',
      'record',
    ],
    [
      { keys: { tenantId: 1, contextId: 1, qualificationId: 1, learnerId: 1 }, unique: true },
      { keys: { scoreDue: 1 } },
    ],
  ),
  evidence: schema(
    [
      'tenantId',
      'contextId',
      'enrolmentId',
      'learnerId',
      'madeById',
      'qualificationId',
      'title',
      'method',
      'narrative',
      'attachments',
      'links',
      'status',
      'ticks',
      'reopenings',
      'samples',
      'feedback',
      'handOver',
      'history',
      'createdAt',
      'updatedAt',
      'submittedAt',
      'version',
      'isCounted',
    ],
    [
      { keys: { tenantId: 1, enrolmentId: 1 } },
      { keys: { tenantId: 1, contextId: 1, 'ticks.trainee.byId': 1 } },
      { keys: { isCounted: 1 } },
    ],
  ),
  acts: schema(
    ['tenantId', 'personId', 'fingerprint', 'reply', 'claim', 'claimedUntil', 'expiresAt'],
    [{ keys: { expiresAt: 1 } }],
  ),
  uploads: schema(
    ['tenantId', 'personId', 'evidenceId', 'name', 'size', 'modifiedAt', 'offset', 'parts', 'expiresAt'],
    [{ keys: { tenantId: 1, personId: 1 } }, { keys: { expiresAt: 1 } }],
  ),
  gradebookColumns: schema(
    [
      'tenantId',
      'contextId',
      'qualificationId',
      'unitRef',
      'lineItemUrl',
      'lostUrl',
      'origin',
      'label',
      'maximum',
      'refusedMaximum',
      'claimedUntil',
      'checkedAt',
      'checkDueAt',
      'checkFault',
    ],
    [
      { keys: { tenantId: 1, contextId: 1, qualificationId: 1, unitRef: 1 }, unique: true },
      { keys: { checkDueAt: 1 } },
    ],
  ),
  scoreRecords: schema(
    [
      'tenantId',
      'enrolmentId',
      'learnerId',
      'unitRef',
      'timestamp',
      'scoreGiven',
      'scoreMaximum',
      'comment',
      'answer',
      'status',
      'reason',
    ],
    [{ keys: { tenantId: 1, enrolmentId: 1 } }, { keys: { tenantId: 1, learnerId: 1 } }],
  ),
  publishingPauses: schema(['since'], []),
  samplingPlans: schema(
    ['tenantId', 'contextId', 'qualificationId', 'plan', 'version', 'changedById', 'changedAt'],
    [{ keys: { tenantId: 1, contextId: 1, qualificationId: 1 }, unique: true }],
  ),
  sessions: schema(
    ['tenantId', 'personId', 'contextId', 'resourceLinkId', 'locale', 'createdAt', 'expiresAt'],
    [{ keys: { expiresAt: 1 } }],
  ),
};

export type QualificationUse = {
  readonly _id: string;
  readonly tenantId: TenantId;
  readonly qualificationId: QualificationId;
  readonly at: Instant;
};

export type Models = {
  readonly tenants: Model<Stored<Tenant> & TenantState>;
  readonly people: Model<Stored<Person>>;
  readonly memberships: Model<Membership & Recorded & { readonly _id: string }>;
  readonly contexts: Model<Stored<Context>>;
  readonly resourceLinks: Model<Stored<ResourceLink>>;
  readonly specifications: Model<Specification & { readonly _id: string }>;
  readonly qualifications: Model<Stored<Qualification> & Recorded & { readonly tenantId: string }>;
  readonly rosters: Model<Roster & { readonly _id: string }>;
  readonly qualificationUses: Model<QualificationUse>;
  readonly enrolments: Model<Stored<Enrolment> & EnrolmentState & Recorded>;
  readonly evidence: Model<StoredEvidence>;
  readonly acts: Model<Stored<Act>>;
  readonly uploads: Model<Stored<Upload>>;
  readonly gradebookColumns: Model<Stored<GradebookColumn>>;
  readonly scoreRecords: Model<ScoreRecord & { readonly _id: string }>;
  readonly publishingPauses: Model<{ readonly _id: string; readonly since: string }>;
  readonly samplingPlans: Model<StoredPlan & { readonly _id: string }>;
  readonly sessions: Model<Omit<Session, 'tokenHash'> & { readonly _id: string }>;
};

/** The models of the application on a connection, their indexes made and waited for. */
export async function createModels(connection: Connection): Promise<Models> {
  const models = Object.fromEntries(
    Object.entries(collections).map(([name, made]) => [name, connection.model(name, made, name)]),
  );
  for (const model of Object.values(models)) await model.createIndexes();
  return models as unknown as Models;
}
