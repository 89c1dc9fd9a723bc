import { BlockList, isIP } from 'node:net';

/** Which platform addresses the tool may call or send a browser to. */
export type AddressPolicy = {
  /** Development only: platforms may be http and on this machine or network. */
  readonly allowLocal: boolean;
};

/** Of addresses that are stored; links between pages may be longer. */
export const longestAddress = 2_048;

/** Ranges that no platform on the internet has: private, loopback, link-local, shared, test and multicast ones. */
const notPublic = new BlockList();
for (const [network, prefix] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 3],
] as const)
  notPublic.addSubnet(network, prefix, 'ipv4');
/** Only 2000::/3 is given out; in it, tunnels and documentation can hide a private address. */
const ipv6Public = new BlockList();
ipv6Public.addSubnet('2000::', 3, 'ipv6');
for (const [network, prefix] of [
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
] as const)
  notPublic.addSubnet(network, prefix, 'ipv6');

/** True for an IP address, as text, that is reachable from the whole internet. */
export function isPublicIp(ip: string): boolean {
  const family = isIP(ip);
  if (family === 4) return !notPublic.check(ip, 'ipv4');
  return family === 6 && ipv6Public.check(ip, 'ipv6') && !notPublic.check(ip, 'ipv6');
}

const isLocalName = (host: string) => !host.includes('.') || /\.(localhost|local|internal|home\.arpa)\.?$/i.test(host);

/**
 * The address as a URL where the policy allows it, else null: https, no user name, and no host that by its name is private.
 * What the name resolves to is checked when it is called, by `createOutbound`.
 */
export function platformUrl(text: string, policy: AddressPolicy): URL | null {
  if (!URL.canParse(text)) return null;
  const url = new URL(text);
  if (url.username !== '' || url.password !== '') return null;
  // Origins stand in policies, where these would mean something.
  if (/[^\w.:[\]-]/.test(url.host)) return null;
  if (policy.allowLocal) return url.protocol === 'https:' || url.protocol === 'http:' ? url : null;
  if (url.protocol !== 'https:') return null;
  const host = url.hostname.replace(/^\[|\]$/g, '');
  return (isIP(host) === 0 ? !isLocalName(host) : isPublicIp(host)) ? url : null;
}
