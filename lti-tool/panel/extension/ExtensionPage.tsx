import { useCallback, useState } from 'preact/hooks';
import type { ExtensionTokenView } from '../../../shared/api/extension-operations.ts';
import type { ApiError } from '../../../shared/client/api-client.ts';
import type { Role } from '../../../shared/domain/roles.ts';
import { pairingTexts } from '../../../shared/texts/pairing.ts';
import { asApiError } from '../app/as-api-error.ts';
import { useTools } from '../app/toolbox.ts';
import { useResource } from '../app/use-resource.ts';
import { ErrorNotice } from '../parts/ErrorNotice.tsx';
import { Icon } from '../parts/Icon.tsx';
import { PageHeading } from '../parts/PageHeading.tsx';
import { Skeleton } from '../parts/Skeleton.tsx';
import { Toast } from '../parts/Toast.tsx';
import { Trouble } from '../parts/Trouble.tsx';
import { ConnectDialog } from './ConnectDialog.tsx';
import { TokenTable } from './TokenTable.tsx';
import { useExtension } from './use-extension.ts';

/** Connects the browser extension, and lists the browsers that are connected. */
export function ExtensionPage({ role }: { role: Role }) {
  const { client, now } = useTools();
  const { resource, reload } = useResource((signal) => client.call('extensionTokens', { signal }), []);
  const [asking, setAsking] = useState(false);
  const [busy, setBusy] = useState(false);
  const [said, say] = useState<string | null>(null);
  const [fault, setFault] = useState<ApiError | null>(null);
  const onEnded = useCallback(
    ({ reason }: { reason: string | null }) => {
      setAsking(false);
      say(reason ?? pairingTexts.connected);
      reload();
    },
    [reload],
  );
  const { here, sendCode } = useExtension(onEnded);

  const act = async (work: () => Promise<unknown>) => {
    setBusy(true);
    setFault(null);
    try {
      await work();
    } catch (cause) {
      setAsking(false);
      setFault(asApiError(cause));
    } finally {
      setBusy(false);
    }
  };
  const connect = () =>
    act(async () => {
      if (here.state !== 'asking') return;
      const { challenge, label } = here;
      sendCode((await client.call('offerPairing', { body: { challenge, label } })).code);
    });
  const revoke = (token: ExtensionTokenView) =>
    act(async () => {
      await client.call('revokeExtensionToken', { params: { tokenId: token.id } });
      say(pairingTexts.disconnected(token.label));
      reload();
    });

  const tokens = resource.value?.tokens;
  const words = pairingTexts;
  return (
    <main class="page">
      {resource.state === 'failed' && <ErrorNotice error={resource.error} retry={reload} />}
      <PageHeading title={words.title}>{words.heading}</PageHeading>
      <p class="quiet">{words.intro}</p>
      <Toast message={said} onDismiss={() => say(null)} />
      {fault && <Trouble error={fault} />}
      {here.state === 'asking' ? (
        <p class="line">
          <button type="button" class="button primary" aria-haspopup="dialog" onClick={() => setAsking(true)}>
            <Icon name="link" /> {words.connect}
          </button>
          <span class="quiet">{words.inBrowser(here.label)}</span>
        </p>
      ) : (
        <HowTo isHere={here.state === 'quiet'} isConnected={(tokens?.length ?? 0) > 0} />
      )}
      {tokens === undefined && resource.state === 'loading' && <Skeleton lines={3} />}
      {tokens && tokens.length > 0 && (
        <section>
          <h2>{words.browsers}</h2>
          <TokenTable tokens={tokens} now={now()} busy={busy} onRevoke={(token) => void revoke(token)} />
        </section>
      )}
      {asking && here.state === 'asking' && (
        <ConnectDialog label={here.label} role={role} onConfirm={connect} onCancel={() => setAsking(false)} />
      )}
    </main>
  );
}

/** What to do before this page can connect anything. */
function HowTo({ isHere, isConnected }: { isHere: boolean; isConnected: boolean }) {
  if (isHere && isConnected) return <p>{pairingTexts.here}</p>;
  const words = pairingTexts.how;
  return (
    <section aria-labelledby="how-to">
      <h2 id="how-to">{words.heading}</h2>
      <ol class="points">
        <li>{isHere ? words.open : words.install}</li>
        <li>
          {words.address} <code>{location.origin}</code>
        </li>
        <li>{words.comeBack}</li>
      </ol>
    </section>
  );
}
