import { useCallback, useEffect, useState } from 'preact/hooks';
import { type PairingMessage, pairingMessage } from '../../../shared/api/pairing-messages.ts';

/** The extension's script in this frame, as far as it has spoken. */
export type ExtensionHere =
  | { readonly state: 'absent' }
  /** It is here and asks for nothing: it is connected already, or nobody has begun in it. */
  | { readonly state: 'quiet' }
  | { readonly state: 'asking'; readonly challenge: string; readonly label: string };

type Ended = { readonly reason: string | null };

/** Talks with the extension's script. It may come later than this page, and begin to ask while the page is open. */
export function useExtension(onEnded: (ended: Ended) => void) {
  const [here, setHere] = useState<ExtensionHere>({ state: 'absent' });
  const send = useCallback((message: PairingMessage) => window.postMessage(message, location.origin), []);
  useEffect(() => {
    const hear = (event: MessageEvent) => {
      if (event.source !== window || event.origin !== location.origin) return;
      const message = pairingMessage(event.data);
      if (message?.countersign === 'extensionHere') {
        const { challenge, label } = message;
        setHere(challenge === null ? { state: 'quiet' } : { state: 'asking', challenge, label });
      }
      if (message?.countersign === 'pairingEnded') onEnded({ reason: message.reason });
    };
    addEventListener('message', hear);
    send({ countersign: 'panelHere' });
    return () => removeEventListener('message', hear);
  }, [send, onEnded]);
  return { here, sendCode: (code: string) => send({ countersign: 'pairingCode', code }) };
}
