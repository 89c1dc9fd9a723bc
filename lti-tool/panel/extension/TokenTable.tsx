import type { ExtensionTokenView } from '../../../shared/api/extension-operations.ts';
import { pairingTexts } from '../../../shared/texts/pairing.ts';
import { age, daysAgo } from '../../../shared/words/counted.ts';
import { shortDate } from '../parts/dates.ts';

type Props = {
  readonly tokens: readonly ExtensionTokenView[];
  readonly now: number;
  readonly busy: boolean;
  readonly onRevoke: (token: ExtensionTokenView) => void;
};

const lastUse = (at: string | null, now: number): string => {
  if (at === null) return pairingTexts.table.never;
  return daysAgo(at, now) === 0 ? age(at, now) : pairingTexts.table.ago(age(at, now));
};

/** The browsers that are connected, each with a way to end it. */
export function TokenTable({ tokens, now, busy, onRevoke }: Props) {
  const words = pairingTexts.table;
  return (
    <table class="rows">
      <caption class="sr">{pairingTexts.browsers}</caption>
      <thead>
        <tr>
          <th scope="col">{words.browser}</th>
          <th scope="col">{words.lastUsed}</th>
          <th scope="col" class="wide">
            {words.connected}
          </th>
          <th scope="col" class="wide">
            {words.ends}
          </th>
          <th scope="col">
            <span class="sr">{words.disconnect}</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {tokens.map((token) => (
          <tr key={token.id}>
            <th scope="row" class="text">
              {token.label}
            </th>
            <td>{lastUse(token.lastUsedAt, now)}</td>
            <td class="wide">{shortDate(token.createdAt, now)}</td>
            <td class="wide">{shortDate(token.expiresAt, now)}</td>
            <td class="num">
              <button type="button" class="link" disabled={busy} onClick={() => onRevoke(token)}>
                {words.disconnect}
                <span class="sr"> {token.label}</span>
              </button>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
