import type { PairingView } from '../messages.ts';

const states: Readonly<Record<PairingView['standing'], string>> = {
  paired: 'Connected',
  barred: 'The browser does not let the extension ask any more',
  away: 'Does not answer now; tried again by itself',
  lost: 'Not connected any more. Connect again below',
};
const day = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', year: 'numeric' });

/** Who is connected where, each with a way to end it. */
export function Connections({
  pairings,
  onAllow,
  onEnd,
}: {
  pairings: readonly PairingView[];
  onAllow: (pairing: PairingView) => Promise<void>;
  onEnd: (pairing: PairingView) => Promise<void>;
}) {
  return (
    <section aria-labelledby="connections">
      <h2 id="connections">Connected</h2>
      <ul class="cards">
        {pairings.map((pairing) => (
          <li key={pairing.id} class="line">
            <div>
              <b>{pairing.person}</b> <span class="quiet">{new URL(pairing.toolUrl).host}</span>
              <p class={pairing.standing === 'paired' ? 'quiet' : 'fault'}>
                {states[pairing.standing]}
                {pairing.standing === 'paired' && ` until ${day.format(new Date(pairing.expiresAt))}`}
              </p>
            </div>
            {pairing.standing === 'barred' && (
              <button type="button" class="button primary push" onClick={() => void onAllow(pairing)}>
                Allow<span class="sr"> {new URL(pairing.toolUrl).host}</span>
              </button>
            )}
            <button
              type="button"
              class={pairing.standing === 'barred' ? 'button' : 'button push'}
              onClick={() => void onEnd(pairing)}
            >
              Disconnect<span class="sr"> {pairing.person}</span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
