/**
 * What the panel and the extension's script in the same frame tell each other by `window.postMessage`. Nothing secret
 * passes: a challenge can be seen by anybody, and a code is of use only to the extension that keeps its verifier.
 */
export type PairingMessage =
  /** Panel: is an extension here? */
  | { readonly countersign: 'panelHere' }
  /** Extension: yes; with a challenge while it wants to be connected. */
  | { readonly countersign: 'extensionHere'; readonly challenge: string | null; readonly label: string }
  /** Panel: the person agreed. */
  | { readonly countersign: 'pairingCode'; readonly code: string }
  /** Extension: how it ended. `reason` is null where all is well. */
  | { readonly countersign: 'pairingEnded'; readonly reason: string | null };

const secret = /^[A-Za-z0-9_-]{43}$/;
const isText = (value: unknown, most: number): value is string => typeof value === 'string' && value.length <= most;

/** A message of this protocol, or null for anything else that a page may be sent. */
export function pairingMessage(value: unknown): PairingMessage | null {
  if (typeof value !== 'object' || value === null) return null;
  const { countersign, challenge, label, code, reason } = value as Record<string, unknown>;
  if (countersign === 'panelHere') return { countersign };
  if (countersign === 'extensionHere' && isText(label, 60))
    return { countersign, challenge: isText(challenge, 43) && secret.test(challenge) ? challenge : null, label };
  if (countersign === 'pairingCode' && isText(code, 43) && secret.test(code)) return { countersign, code };
  if (countersign === 'pairingEnded' && (reason === null || isText(reason, 300))) return { countersign, reason };
  return null;
}
