import type { ExtensionTokenView } from '../../../shared/api/extension-operations.ts';
import { age, shortDate } from '../parts/dates.ts';

type Props = {
  readonly tokens: readonly ExtensionTokenView[];
  readonly now: number;
  readonly busy: boolean;
  readonly onRevoke: (token: ExtensionTokenView) => void;
};

const lastUse = (at: string | null, now: number): string => {
  if (at === null) return 'not used yet';
  const since = age(at, now);
  return since === 'today' ? 'today' : `${since} ago`;
};

/** The browsers that are connected, each with a way to end it. */
export function TokenTable({ tokens, now, busy, onRevoke }: Props) {
  return (
    <table class="rows">
      <caption class="sr">Connected browsers</caption>
      <thead>
        <tr>
          <th scope="col">Browser</th>
          <th scope="col">Last used</th>
          <th scope="col" class="wide">
            Connected
          </th>
          <th scope="col" class="wide">
            Ends
          </th>
          <th scope="col">
            <span class="sr">Disconnect</span>
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
                Disconnect<span class="sr"> {token.label}</span>
              </button>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
