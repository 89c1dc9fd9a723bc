import { useEffect, useState } from 'preact/hooks';
import type { Ask, AskError } from '../ask.ts';
import { Sign } from '../parts/Sign.tsx';
import { asFault, useAsked } from '../parts/use-ask.ts';
import { ConnectForm } from './ConnectForm.tsx';
import { Connections } from './Connections.tsx';
import { Sites } from './Sites.tsx';

type Props = {
  readonly ask: Ask;
  /** Asks the browser to let the extension reach an origin; must be called within a click. */
  readonly askToReach: (origin: string) => Promise<boolean>;
};

/** The first page after installing, and the settings: connect, allow sites, disconnect. */
export function Options({ ask, askToReach }: Props) {
  const { value, fault, again } = useAsked(() => ask({ type: 'overview', fresh: false }), []);
  const [said, say] = useState<string | null>(null);
  const [trouble, setTrouble] = useState<AskError | null>(null);
  // The person comes back from the LMS: how far have they come?
  useEffect(() => {
    const look = () => document.visibilityState === 'visible' && again();
    const timer = setInterval(look, 2_000);
    document.addEventListener('visibilitychange', look);
    return () => {
      clearInterval(timer);
      document.removeEventListener('visibilitychange', look);
    };
  }, [again]);
  const act = async (work: () => Promise<string | null>) => {
    setTrouble(null);
    say(null);
    try {
      say(await work());
    } catch (cause) {
      setTrouble(asFault(cause));
    }
    again();
  };
  const connect = (origin: string) =>
    act(async () => {
      // First of all: the browser asks only within the click.
      if (!(await askToReach(origin)))
        return `Without leave to reach ${origin} the extension cannot ask what waits. Nothing was changed.`;
      await ask({ type: 'beginPairing', toolUrl: origin });
      return null;
    });
  const isConnected = (value?.pairings.length ?? 0) > 0;
  return (
    <main>
      <header>
        <p class="brand">
          <Sign name="brand" /> Countersign
        </p>
        <h1>{isConnected ? 'Settings' : 'Never overlook a tick that waits for you'}</h1>
        <p class="quiet">
          The number on the button is what waits for you to confirm. One click shows it, one more decides it.
        </p>
      </header>
      {(fault ?? trouble) && (
        <p class="notice" role="alert">
          {(fault ?? trouble)?.message}
        </p>
      )}
      <p class="said" role="status">
        {said}
      </p>
      {value && (
        <>
          {isConnected && (
            <Connections
              pairings={value.pairings}
              onAllow={({ toolUrl }) =>
                act(async () =>
                  (await askToReach(toolUrl))
                    ? 'The extension can ask what waits again.'
                    : `Without leave to reach ${toolUrl} the extension cannot ask what waits.`,
                )
              }
              onEnd={({ id, person }) =>
                act(async () => {
                  await ask({ type: 'unpair', pairingId: id });
                  return `${person} is disconnected.`;
                })
              }
            />
          )}
          {isConnected && (
            <Sites
              sites={value.sites}
              onAllow={(origin) =>
                act(async () => {
                  if (!(await askToReach(origin))) return `Nothing is shown on ${origin}.`;
                  await ask({ type: 'showOn', origin, show: true });
                  return `From the next page on it shows on ${origin}.`;
                })
              }
              onHide={(origin) =>
                act(async () => {
                  await ask({ type: 'showOn', origin, show: false });
                  return `Nothing is shown on ${origin} any more.`;
                })
              }
            />
          )}
          <ConnectForm
            offered={value.offered}
            expected={value.expected}
            isFirst={!isConnected}
            onConnect={(origin) => void connect(origin)}
          />
        </>
      )}
    </main>
  );
}
