import { readFileSync } from 'node:fs';
import path from 'node:path';

const directory = path.resolve(__dirname, '../../fixtures/lti');

/** A recorded exchange, by its path under test/fixtures/lti. */
export const fixture = (name: string) => JSON.parse(readFileSync(path.join(directory, `${name}.json`), 'utf8'));

/** The id_token's claims of a recorded launch. */
export const recordedClaims = (name: string): Record<string, unknown> => fixture(name).id_token_payload;

export const claim = {
  version: 'https://purl.imsglobal.org/spec/lti/claim/version',
  messageType: 'https://purl.imsglobal.org/spec/lti/claim/message_type',
  deploymentId: 'https://purl.imsglobal.org/spec/lti/claim/deployment_id',
  targetLinkUri: 'https://purl.imsglobal.org/spec/lti/claim/target_link_uri',
  resourceLink: 'https://purl.imsglobal.org/spec/lti/claim/resource_link',
  roles: 'https://purl.imsglobal.org/spec/lti/claim/roles',
  context: 'https://purl.imsglobal.org/spec/lti/claim/context',
  custom: 'https://purl.imsglobal.org/spec/lti/claim/custom',
  launchPresentation: 'https://purl.imsglobal.org/spec/lti/claim/launch_presentation',
  toolPlatform: 'https://purl.imsglobal.org/spec/lti/claim/tool_platform',
  endpoint: 'https://purl.imsglobal.org/spec/lti-ags/claim/endpoint',
  namesRoles: 'https://purl.imsglobal.org/spec/lti-nrps/claim/namesroleservice',
} as const;
