import type { QualificationId, TenantId } from '../../shared/domain/ids.ts';
import type { Instant } from '../../shared/domain/instant.ts';
import type { Qualification, Specification } from '../../shared/domain/qualification.ts';
import type { ActStore } from './act-store.ts';
import type { CentreStore } from './centre/centre-store.ts';
import type { QualificationUses } from './content/content-ports.ts';
import type { EnrolmentStore } from './enrolment-ports.ts';
import type { EvidenceStore } from './evidence-ports.ts';
import type { ExtensionStore } from './extension/extension-ports.ts';
import type { PeopleStore, SessionStore } from './people-ports.ts';
import type { PersonalStore } from './person/personal-store.ts';
import type { PlaceStore, TenantStore } from './place-ports.ts';
import type { PublishingStore } from './publishing/publishing-store.ts';
import type { SamplingStore } from './quality/sampling-store.ts';
import type { RosterStore } from './roster/roster-ports.ts';
import type { UploadStore } from './uploads/upload-store.ts';

export type Clock = { now(): number };

export const instantOf = (clock: Clock): Instant => new Date(clock.now()).toISOString();

export type QualificationStore = {
  /** Specifications of this installation, from which a tenant's qualifications are made. */
  specifications(): Promise<Specification[]>;
  addSpecification(specification: Specification): Promise<void>;
  /** The tenant's qualification of that number and version, copied from the installation's where it is new. */
  ensure(tenantId: TenantId, number: string, version: string | null): Promise<Qualification | null>;
  find(tenantId: TenantId, id: QualificationId): Promise<Qualification | null>;
};

export type Stores = {
  readonly tenants: TenantStore;
  readonly people: PeopleStore;
  readonly places: PlaceStore;
  readonly qualifications: QualificationStore;
  readonly evidence: EvidenceStore;
  readonly enrolments: EnrolmentStore;
  readonly sessions: SessionStore;
  readonly publishing: PublishingStore;
  readonly extension: ExtensionStore;
  readonly qualificationUses: QualificationUses;
  readonly centre: CentreStore;
  readonly personal: PersonalStore;
  readonly sampling: SamplingStore;
  readonly acts: ActStore;
  readonly uploads: UploadStore;
  readonly rosters: RosterStore;
};

/** Randomness and hashing, handed in so that use-cases are exact in tests. */
export type Crypto = {
  /** A new id, 128 bits or more. */
  newId(): string;
  /** A bearer token of 256 bits, URL-safe. */
  newToken(): string;
  sha256(text: string): string;
};
