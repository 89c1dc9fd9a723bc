import { systemClock } from '../../lti-tool/tool.ts';
import { readOptions, UsageError } from './arguments.ts';
import type { AdminContext } from './context.ts';

type Run = (context: AdminContext, words: readonly string[]) => Promise<string>;

const add: Run = async ({ edge }, words) => {
  const options = readOptions(
    words,
    ['name', 'issuer', 'client-id', 'auth-url', 'token-url', 'jwks-url'],
    ['deployment-id', 'page-origin'],
  );
  const deployment = options['deployment-id'];
  const pageOrigin = options['page-origin'];
  const { name, issuer } = options;
  await edge.registrations.add({
    name,
    issuer,
    clientId: options['client-id'],
    authenticationUrl: options['auth-url'],
    tokenUrl: options['token-url'],
    jwksUrl: options['jwks-url'],
    deploymentIds: deployment ? [deployment] : [],
    pageOrigins: pageOrigin ? [pageOrigin] : [],
  });
  const which = deployment ? `deployment ${deployment}` : 'each deployment is recorded at its first launch';
  return `Added ${name}: ${issuer}, client ${options['client-id']}, ${which}.`;
};

const list: Run = async ({ edge }) => {
  const platforms = await edge.registrations.list();
  if (platforms.length === 0)
    return 'No platform yet. Connect one with: npm run admin -- platform invite, or platform add (npm run admin lists their options)';
  return platforms
    .map(({ name, issuer, clientId, deploymentIds, active, ...platform }) => {
      const rows = [
        ['issuer', issuer],
        ['client id', clientId],
        ['deployments', deploymentIds.length > 0 ? deploymentIds.join(', ') : 'recorded at first launch'],
        ['sign-in', platform.authenticationUrl],
        ['tokens', platform.tokenUrl],
        ['keys', platform.jwksUrl],
        ...platform.pageOrigins.map((origin) => ['pages', origin] as const),
      ] as const;
      const waits = active ? '' : ' (waits: npm run admin -- platform activate)';
      return [`${name}${waits}`, ...rows.map(([label, value]) => `  ${label.padEnd(13)}${value}`)].join('\n');
    })
    .join('\n');
};

const remove: Run = async ({ edge }, words) => {
  const options = readOptions(words, ['issuer', 'client-id'], []);
  const gone = await edge.registrations.remove(options.issuer, options['client-id']);
  if (!gone) throw new UsageError('There is no such platform. See: npm run admin -- platform list');
  return `Removed ${options.issuer}, client ${options['client-id']}. Its learners' records stay.`;
};

const hoursOf = (text: string): number => {
  const hours = Number(text);
  if (Number.isInteger(hours) && hours >= 1 && hours <= 720) return hours;
  throw new UsageError('--hours is a whole number from 1 to 720');
};

/** "https://moodle.example/" and "moodle.example" both mean that host. */
function hostOf(text: string): string {
  const address = text.includes('://') ? text : `https://${text}`;
  if (!URL.canParse(address)) throw new UsageError('--issuer-host is a host such as moodle.example');
  return new URL(address).host;
}

const invite: Run = async ({ edge }, words) => {
  const options = readOptions(words, [], ['name', 'issuer-host', 'hours'], ['activate']);
  const hours = hoursOf(options.hours ?? '24');
  const expiresAt = new Date(systemClock.now() + hours * 3_600_000).toISOString();
  const host = options['issuer-host'];
  const issuerHost = host === undefined ? null : hostOf(host);
  const activate = options.activate === true;
  const address = await edge.invitations.make({ name: options.name ?? null, issuerHost, activate, expiresAt });
  return [
    'Enter this address in the LMS as the registration URL of a new tool:',
    '',
    `  ${address}`,
    '',
    `It works once, until ${expiresAt}${issuerHost === null ? ', for any LMS' : `, for ${issuerHost} only`}. Keep it to yourself until then.`,
    activate
      ? 'The platform may launch as soon as it is registered.'
      : 'Then look at "platform list" and let it in with "platform activate".',
  ].join('\n');
};

const activate: Run = async ({ edge }, words) => {
  const options = readOptions(words, ['issuer', 'client-id'], []);
  const done = await edge.registrations.activate(options.issuer, options['client-id']);
  if (!done) throw new UsageError('There is no such platform. See: npm run admin -- platform list');
  return `Activated ${options.issuer}, client ${options['client-id']}: it may launch now.`;
};

const settings: Run = async ({ edge }) => {
  const { name, launchUrl, loginUrl, redirectUrls, jwksUrl, iconUrl, domain, scopes, customParameters } =
    edge.settings();
  const rows: ReadonlyArray<readonly [string, string]> = [
    ['Name', name],
    ['LTI version', '1.3'],
    ['Tool URL (target link)', launchUrl],
    ['Login initiation URL', loginUrl],
    ['Redirect URL', redirectUrls.join(' ')],
    ['Public key set (JWKS) URL', jwksUrl],
    ['Icon URL', iconUrl],
    ['Domain', domain],
    ['Canvas developer key', `${new URL(launchUrl).origin}/lti/canvas.json`],
    ...scopes.map((scope, index) => [index === 0 ? 'Scopes' : '', scope] as const),
    ...customParameters.moodle.map((line, index) => [index === 0 ? 'Custom, in Moodle' : '', line] as const),
    ...customParameters.canvas.map((line, index) => [index === 0 ? 'Custom, in Canvas' : '', line] as const),
    ['Qualification of a link', 'cs_qualification=<its number>, as a custom parameter; or choose it in the tool'],
  ];
  return [
    'Enter these in the LMS as an external tool:',
    ...rows.map(([label, value]) => `  ${label.padEnd(27)}${value}`),
  ].join('\n');
};

export const platformCommands: Readonly<Record<string, Run>> = {
  'platform invite': invite,
  'platform activate': activate,
  'platform add': add,
  'platform list': list,
  'platform remove': remove,
  'platform settings': settings,
};
