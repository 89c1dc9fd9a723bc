/** Stems of LTI claim and scope names. https://www.imsglobal.org/spec/lti/v1p3 and /lti-ags/v2p0 */
export const lti = 'https://purl.imsglobal.org/spec/lti';
export const ags = 'https://purl.imsglobal.org/spec/lti-ags';

export const scopes = {
  lineItem: `${ags}/scope/lineitem`,
  lineItemRead: `${ags}/scope/lineitem.readonly`,
  result: `${ags}/scope/result.readonly`,
  score: `${ags}/scope/score`,
  membership: `${lti}-nrps/scope/contextmembership.readonly`,
} as const;

/** The scopes offered in the launch. */
export const agsScopes: string[] = [scopes.lineItem, scopes.lineItemRead, scopes.result, scopes.score];

/** Every scope a registered tool may have a token for. */
export const grantedScopes: string[] = [...agsScopes, scopes.membership];

export const mediaTypes = {
  lineItem: 'application/vnd.ims.lis.v2.lineitem+json',
  lineItems: 'application/vnd.ims.lis.v2.lineitemcontainer+json',
  score: 'application/vnd.ims.lis.v1.score+json',
  results: 'application/vnd.ims.lis.v2.resultcontainer+json',
  memberships: 'application/vnd.ims.lti-nrps.v2.membershipcontainer+json',
} as const;
