import { type PairingMessage, pairingMessage } from '../../shared/api/pairing-messages.ts';
import { type EvidenceId, parseId } from '../../shared/domain/ids.ts';
import { asker } from '../ask.ts';
import { browser } from '../browser.ts';
import { createOverlay } from './overlay.ts';

const ask = asker(browser);
const overlay = createOverlay({ ask, now: () => Date.now() });

const tell = (message: PairingMessage): void => window.postMessage(message, location.origin);

/** Tells the panel that the extension is here, and goes where the person wanted to be in it. */
async function hello(): Promise<void> {
  const answer = await ask({ type: 'toolFrame' }).catch(() => null);
  if (answer === null) return;
  tell({ countersign: 'extensionHere', challenge: answer.challenge, label: answer.label });
  if (answer.evidenceId !== null) location.hash = `#/evidence/${encodeURIComponent(answer.evidenceId)}`;
}

/** The evidence item that the panel has open, by its address. */
function openItem(): EvidenceId | null {
  const part = /^#\/evidence\/([^/]+)$/.exec(location.hash)?.[1];
  try {
    return parseId<EvidenceId>(decodeURIComponent(part ?? ''));
  } catch {
    return null;
  }
}

let round = 0;
async function showItem(): Promise<void> {
  round += 1;
  const mine = round;
  const evidenceId = openItem();
  const item = evidenceId && (await ask({ type: 'currentItem', evidenceId }).catch(() => null));
  if (mine === round) overlay.show(item ? { items: [item], place: null, where: 'here' } : null);
}

addEventListener('message', (event) => {
  // From the panel itself: not from the LMS around it, nor from a window that opened it.
  if (event.source !== window || event.origin !== location.origin) return;
  const message = pairingMessage(event.data);
  if (message?.countersign === 'panelHere') void hello();
  if (message?.countersign === 'pairingCode')
    void ask({ type: 'pairingCode', code: message.code }).then(
      ({ reason }) => {
        tell({ countersign: 'pairingEnded', reason });
        void hello();
      },
      () =>
        tell({
          countersign: 'pairingEnded',
          reason: 'The extension does not answer. Reload this page, then try again.',
        }),
    );
});
addEventListener('hashchange', () => void showItem());
addEventListener('focus', () => void hello().then(showItem));
void hello().then(showItem);
