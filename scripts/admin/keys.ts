import type { KeyRotation } from '../../lti-tool/use-cases/lti-ports.ts';
import { readOptions, UsageError } from './arguments.ts';
import type { AdminContext } from './context.ts';

type Run = (context: AdminContext, words: readonly string[]) => Promise<string>;

const list: Run = async ({ edge }) => {
  const keys = await edge.keys.list();
  if (keys.length === 0) return 'No key yet: each platform gets its own when it is added.';
  return keys
    .map(({ issuer, clientId, keyId, state, changesAt }) => {
      const when = changesAt === null ? '' : state === 'next' ? `, signs from ${changesAt}` : `, until ${changesAt}`;
      return `${keyId}  ${state.padEnd(7)} ${issuer}, client ${clientId}${when}`;
    })
    .join('\n');
};

function told(rotation: KeyRotation): string {
  if (rotation.kind === 'unknown') return 'no such platform';
  if (rotation.kind === 'underWay') return `left as it is: the last new key signs from ${rotation.usedFrom}`;
  return `the new key is published and signs from ${rotation.usedFrom}; the old one is published until ${rotation.oldUntil}`;
}

/** Of one platform or, without one, of all. */
const rotate: Run = async ({ edge }, words) => {
  const options = readOptions(words, [], ['issuer', 'client-id'], ['now']);
  const { issuer, 'client-id': clientId } = options;
  if ((issuer === undefined) !== (clientId === undefined))
    throw new UsageError('Give --issuer and --client-id, or neither for all platforms.');
  const named = (await edge.registrations.list()).filter(
    (platform) => issuer === undefined || (platform.issuer === issuer && platform.clientId === clientId),
  );
  if (named.length === 0) throw new UsageError('There is no such platform. See: npm run admin -- platform list');
  const lines: string[] = [];
  for (const platform of named) {
    const rotation = await edge.keys.rotate(platform.issuer, platform.clientId, options.now === true);
    lines.push(`${platform.issuer}, client ${platform.clientId}: ${told(rotation)}.`);
  }
  return [...lines, 'Nothing has to be restarted.'].join('\n');
};

export const keyCommands: Readonly<Record<string, Run>> = { 'keys list': list, 'keys rotate': rotate };
