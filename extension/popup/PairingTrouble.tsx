import type { PairingView } from '../messages.ts';

type Props = {
  readonly pairing: PairingView;
  readonly onSettings: () => void;
  readonly askToReach: (toolUrl: string) => Promise<boolean>;
  readonly again: () => void;
};

/** Why the number of a pairing is not known, and what to do. Nothing where all is well. */
export function PairingTrouble({ pairing, onSettings, askToReach, again }: Props) {
  const { standing, toolUrl, person } = pairing;
  const who = `${person} at ${new URL(toolUrl).host}`;
  if (standing === 'lost')
    return (
      <div class="notice" role="alert">
        <p>
          <b>{who} is not connected any more.</b> The connection was ended or ran out. Connect again, and the number is
          back.
        </p>
        <button type="button" class="button" onClick={onSettings}>
          Connect again
        </button>
      </div>
    );
  if (standing === 'barred')
    return (
      <div class="notice" role="alert">
        <p>
          <b>The browser does not let the extension reach {new URL(toolUrl).host} any more.</b> Allow it, and the number
          is back. What is shown may be old; nothing is lost.
        </p>
        <button type="button" class="button" onClick={() => void askToReach(toolUrl).then(again)}>
          Allow
        </button>
      </div>
    );
  if (standing === 'paired') return null;
  return (
    <p class="notice" role="status">
      <b>You are offline, or Countersign does not answer.</b> What is shown may be old; nothing is lost. It is tried
      again by itself.
    </p>
  );
}
