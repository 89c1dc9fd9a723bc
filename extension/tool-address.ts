/** As a browser writes a host name: some let spaces and worse through. */
const hostName = /^[a-z0-9-]+(?:\.[a-z0-9-]+)*$/;
const local = ['localhost', '127.0.0.1'];

/** The origin of an address that the extension may talk to: https, or http on this very machine; null for any other. */
export function safeOrigin(address: string): string | null {
  const text = address.trim();
  const full = /^[a-z][a-z0-9+.-]*:\/\//i.test(text) ? text : `https://${text}`;
  if (text === '' || !URL.canParse(full)) return null;
  const { protocol, hostname, origin, username, password } = new URL(full);
  const safe = protocol === 'https:' || (protocol === 'http:' && local.includes(hostname));
  return safe && hostName.test(hostname) && !username && !password ? origin : null;
}

/** The browser's pattern for an origin. Without a port: with one Firefox silently never matches. */
export function patternOf(origin: string): string {
  const { protocol, hostname } = new URL(origin);
  return `${protocol}//${hostname}/*`;
}
