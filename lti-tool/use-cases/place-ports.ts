import type { ContextId, QualificationId, ResourceLinkId, TenantId } from '../../shared/domain/ids.ts';
import type { RoleMapping } from '../../shared/domain/roles.ts';

/** One LTI registration with one deployment: the wall between centres. */
export type Tenant = {
  readonly id: TenantId;
  readonly registrationId: string;
  readonly issuer: string;
  readonly clientId: string;
  readonly deploymentId: string;
  readonly name: string;
  readonly roleMapping: RoleMapping;
};

export type Context = {
  readonly id: ContextId;
  readonly tenantId: TenantId;
  readonly lmsContextId: string;
  readonly title: string;
};

export type ResourceLink = {
  readonly id: ResourceLinkId;
  readonly tenantId: TenantId;
  readonly contextId: ContextId;
  readonly lmsResourceLinkId: string;
  readonly title: string;
  readonly qualificationId: QualificationId | null;
  readonly lineItemUrl: string | null;
  readonly lineItemsUrl: string | null;
  readonly membershipsUrl: string | null;
  /** The platform's product_family_code, such as "canvas". Absent: not said. */
  readonly product?: string | null;
  /** One gradebook column for the whole qualification, or one more for each unit. Absent: one. */
  readonly scoreColumns?: ScoreColumns;
  /** The units that learners who start here work on. Absent or null: all. */
  readonly unitRefs?: readonly string[] | null;
  /** Where the link's own gradebook column is that of one unit. */
  readonly unitRef?: string | null;
};

/** What a launch says of a link; what it does not speak of stays. */
export type LaunchedLink = Pick<ResourceLink, 'id' | 'tenantId' | 'contextId' | 'lmsResourceLinkId'> &
  Partial<Pick<ResourceLink, 'lineItemUrl' | 'lineItemsUrl' | 'membershipsUrl' | 'product'>> & {
    readonly title: string | null;
  };

export type ScoreColumns = 'one' | 'units';

export type TenantStore = {
  ensure(tenant: Tenant): Promise<Tenant>;
  find(tenantId: TenantId): Promise<Tenant | null>;
  findByDeployment(registrationId: string, deploymentId: string): Promise<Tenant | null>;
};

export type PlaceStore = {
  /** Creates or brings the title up to date; null leaves a title as it is. */
  upsertContext(context: Omit<Context, 'title'> & { readonly title: string | null }): Promise<Context>;
  findContext(tenantId: TenantId, id: ContextId): Promise<Context | null>;
  findContextByLmsId(tenantId: TenantId, lmsContextId: string): Promise<Context | null>;
  /** Creates or brings title and service addresses up to date; keeps the qualification once chosen. */
  upsertLink(link: LaunchedLink): Promise<ResourceLink>;
  findLink(tenantId: TenantId, id: ResourceLinkId): Promise<ResourceLink | null>;
  /** Sets the qualification where none is set; returns the link as it is then. */
  chooseQualification(
    tenantId: TenantId,
    id: ResourceLinkId,
    qualificationId: QualificationId,
    more?: Pick<ResourceLink, 'unitRefs' | 'unitRef' | 'scoreColumns'>,
  ): Promise<ResourceLink | null>;
  /** Links with these ids of the platform's, in all contexts. */
  linksByLmsId(tenantId: TenantId, lmsResourceLinkIds: readonly string[]): Promise<ResourceLink[]>;
  linksOfContext(tenantId: TenantId, contextId: ContextId): Promise<ResourceLink[]>;
  chooseScoreColumns(tenantId: TenantId, id: ResourceLinkId, columns: ScoreColumns): Promise<void>;
};
