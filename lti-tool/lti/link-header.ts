/**
 * The address that a `Link` header gives for a relation, resolved against the page it came with; null where there is none.
 * Reads headers of any length in one pass.
 * @see https://www.rfc-editor.org/rfc/rfc8288#section-3
 */
export function linkTo(relation: string, header: string | undefined, base: string): string | null {
  let rest = header ?? '';
  for (;;) {
    const open = rest.indexOf('<');
    const close = rest.indexOf('>', open + 1);
    if (open === -1 || close === -1) return null;
    const target = rest.slice(open + 1, close).trim();
    // Parameters end where the next link begins; an address inside a quoted title is not ours to understand.
    const following = rest.indexOf('<', close);
    const parameters = rest.slice(close + 1, following === -1 ? undefined : following);
    const named = /(?:^|;)\s*rel\s*=\s*(?:"([^"]*)"|([^\s;,"]+))/i.exec(parameters);
    const relations = (named?.[1] ?? named?.[2] ?? '').toLowerCase().split(/\s+/);
    if (relations.includes(relation)) return URL.canParse(target, base) ? new URL(target, base).href : null;
    rest = rest.slice(close + 1);
  }
}
