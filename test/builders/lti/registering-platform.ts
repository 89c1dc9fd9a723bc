import { type FakePlatform, json, type Reply, startFakePlatform } from './fake-platform.ts';
import { fixture } from './fixture.ts';
import { type RawAnswer, rawRequest } from './raw-request.ts';
import type { StartedEdge } from './started-edge.ts';

/** What Moodle says of itself, at another address. */
const recordedConfiguration = (url: string): Record<string, unknown> =>
  JSON.parse(
    JSON.stringify(fixture('moodle-4.5/registration-02-openid-configuration')).replaceAll(
      'https://moodle.example',
      url,
    ),
  );
const recordedAnswer = fixture('moodle-4.5/registration-04-response');

/** A Moodle that lets tools register, as it was recorded. */
export type RegisteringPlatform = FakePlatform & {
  readonly paths: { readonly configuration: string; readonly registration: string };
  readonly configuration: Record<string, unknown>;
  /** Lets the configuration say something else. */
  describe(changes: Record<string, unknown>): void;
  answer(reply: Reply): void;
  /** Puts everything back as recorded. */
  restore(): void;
};

export const registrationToken = 'header.registration-token.signature';

export async function startRegisteringPlatform(): Promise<RegisteringPlatform> {
  const platform = await startFakePlatform();
  const paths = {
    configuration: '/mod/lti/openid-configuration.php',
    registration: '/mod/lti/openid-registration.php',
  };
  const configuration = recordedConfiguration(platform.url);
  const restore = () => {
    platform.reset();
    platform.at(paths.configuration, json(configuration));
    platform.at(paths.registration, json(recordedAnswer.body, recordedAnswer.status));
  };
  restore();
  return {
    ...platform,
    paths,
    configuration,
    describe: (changes) => platform.at(paths.configuration, json({ ...configuration, ...changes })),
    answer: (reply) => platform.at(paths.registration, reply),
    restore,
  };
}

const day = 86_400_000;

/** The address that `platform invite` prints, as a path with its query. */
export async function invite(
  { edge, clock }: Pick<StartedEdge, 'edge' | 'clock'>,
  changes: Partial<Parameters<StartedEdge['edge']['invitations']['make']>[0]> = {},
): Promise<string> {
  const expiresAt = new Date(clock.now() + day).toISOString();
  const address = await edge.invitations.make({
    name: null,
    issuerHost: null,
    activate: false,
    expiresAt,
    ...changes,
  });
  const { pathname, search } = new URL(address);
  return pathname + search;
}

/** The LMS opens the registration address in its administrator's browser. */
export function register(
  started: Pick<StartedEdge, 'url'>,
  invitation: string,
  configurationUrl: string | null,
  token: string | null = registrationToken,
): Promise<RawAnswer> {
  const address = new URL(invitation, started.url);
  if (configurationUrl !== null) address.searchParams.set('openid_configuration', configurationUrl);
  if (token !== null) address.searchParams.set('registration_token', token);
  const { headers } = fixture('moodle-4.5/registration-01-initiation').request;
  const { host: _host, connection: _connection, ...browsers } = headers;
  return rawRequest(started.url, address.pathname + address.search, { headers: browsers });
}
