import type { LinkView } from '../../../shared/api/views.ts';

/**
 * A link from what somebody typed: "example.org/page" is taken for https. Null where it is no web address.
 * The title falls back to the site's name.
 */
export function typedLink(address: string, title: string): LinkView | null {
  const text = address.trim();
  const full = /^[a-z][a-z0-9+.-]*:/i.test(text) && !/^[^/]+:\d/.test(text) ? text : `https://${text}`;
  if (text === '' || !URL.canParse(full)) return null;
  const url = new URL(full);
  if (!['http:', 'https:'].includes(url.protocol) || !url.hostname.includes('.') || url.href.length > 2000) return null;
  return { url: url.href, title: title.trim().slice(0, 200) || url.hostname };
}
