import type { ServerResponse } from 'node:http';
import type { Registration } from '../use-cases/lti-ports.ts';

type Addresses = Pick<Registration, 'issuer' | 'authenticationUrl' | 'tokenUrl'> & {
  readonly pageOrigins?: readonly string[] | undefined;
};

/**
 * Canvas in Instructure's cloud: one issuer for all schools of an environment, whose pages are at a host of that environment. A
 * school's own domain name is not among them; it comes with the registration.
 * @see https://developerdocs.instructure.com/services/canvas/external-tools/lti/file.lti_dev_key_config
 */
const schoolsOf: ReadonlyMap<string, string> = new Map([
  ['https://canvas.instructure.com', 'https://*.instructure.com'],
  ['https://canvas.beta.instructure.com', 'https://*.beta.instructure.com'],
  ['https://canvas.test.instructure.com', 'https://*.test.instructure.com'],
]);

/** The origins of a platform's pages as a list for `frame-ancestors`: what is known of it before a launch is verified. */
export function framersOf({ issuer, authenticationUrl, tokenUrl, pageOrigins = [] }: Addresses): string {
  const origins = [issuer, authenticationUrl, tokenUrl, ...pageOrigins].map((address) => new URL(address).origin);
  const schools = schoolsOf.get(issuer);
  return [...new Set(schools === undefined ? origins : [...origins, schools])].join(' ');
}

const named = new WeakMap<ServerResponse, string>();

/** From here on this answer concerns one platform: whatever page it becomes, a refusal included, only that platform may frame. */
export function frameOnlyBy(response: ServerResponse, platform: Addresses): void {
  named.set(response, framersOf(platform));
}
export function frameByNobody(response: ServerResponse): void {
  named.set(response, "'none'");
}

/**
 * Who may frame the answer. Before a platform is known it can only become a refusal: a page with nothing in it that acts or that
 * is somebody's, which a person should be able to read wherever it appears.
 */
export const framersFor = (response: ServerResponse): string => named.get(response) ?? '*';
