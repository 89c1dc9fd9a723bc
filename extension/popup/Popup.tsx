import { useEffect, useState } from 'preact/hooks';
import type { Ask } from '../ask.ts';
import type { ListedItem, Overview } from '../messages.ts';
import { PromptCard, type PromptFor } from '../parts/PromptCard.tsx';
import { Sign } from '../parts/Sign.tsx';
import { useAsked } from '../parts/use-ask.ts';
import { PairingTrouble } from './PairingTrouble.tsx';
import { Returned } from './Returned.tsx';
import { SiteTrouble } from './SiteTrouble.tsx';
import { WaitingItem } from './WaitingItem.tsx';

type Props = {
  readonly ask: Ask;
  readonly now: () => number;
  /** Asks the browser to let the extension reach a tool, or see an LMS; within a click. */
  readonly askToReach: (origin: string) => Promise<boolean>;
  readonly close: () => void;
};

const numberOf = ({ pairings }: Overview): number =>
  pairings.reduce((sum, { counts }) => sum + (counts ? counts.toConfirm + counts.toAssess : 0), 0);

/** What waits, longest first, across courses, tools and persons. */
export function Popup({ ask, now, askToReach, close }: Props) {
  const [prompt, setPrompt] = useState<PromptFor | null>(null);
  const [fresh, setFresh] = useState(false);
  const { value, fault, busy, again } = useAsked(() => ask({ type: 'overview', fresh }), [fresh]);
  // What was known is shown at once; what is true now follows.
  useEffect(() => setFresh(true), []);
  if (prompt)
    return (
      <PromptCard
        {...prompt}
        ask={ask}
        leave="Back to what waits"
        onLeave={() => {
          setPrompt(null);
          again();
        }}
      />
    );
  const settings = () => {
    void ask({ type: 'openSettings' }).then(close);
  };
  const open = (item: Pick<ListedItem, 'pairingId' | 'contextId' | 'evidenceId'>) => {
    const { pairingId, contextId, evidenceId } = item;
    void ask({ type: 'openItem', pairingId, contextId, evidenceId }).then(close, again);
  };
  return (
    <>
      <header class="line">
        <b class="brand">
          <Sign name="brand" /> Countersign
        </b>
        <span class="quiet push">{value?.pairings.length === 1 ? value.pairings[0]?.person : ''}</span>
      </header>
      <main aria-busy={busy}>
        {fault && (
          <p class="notice" role="alert">
            {fault.message}
          </p>
        )}
        {value === null && !fault && (
          <p class="quiet" role="status">
            Looking…
          </p>
        )}
        {value?.pairings.length === 0 && <NotConnected onConnect={settings} />}
        {value && value.pairings.length > 0 && (
          <Waiting
            value={value}
            now={now()}
            onPrompt={setPrompt}
            onOpen={open}
            onShow={(origin) =>
              void askToReach(origin)
                .then((yes) => (yes ? ask({ type: 'showOn', origin, show: true }) : null))
                .finally(again)
            }
            onSettings={settings}
            {...{ askToReach, again }}
          />
        )}
      </main>
      <footer class="line">
        <button type="button" class="link" onClick={settings}>
          Settings
        </button>
        <button type="button" class="link push" disabled={busy} onClick={again}>
          {busy ? 'Checking…' : 'Check now'}
        </button>
      </footer>
    </>
  );
}

const NotConnected = ({ onConnect }: { onConnect: () => void }) => (
  <div class="empty">
    <h1>Not connected yet</h1>
    <p>Connect Countersign once; then the number of what waits for you is always on this button.</p>
    <button type="button" class="button primary" onClick={onConnect}>
      Connect
    </button>
  </div>
);

type WaitingProps = {
  readonly value: Overview;
  readonly now: number;
  readonly onPrompt: (prompt: PromptFor) => void;
  readonly onOpen: (item: Pick<ListedItem, 'pairingId' | 'contextId' | 'evidenceId'>) => void;
  readonly onSettings: () => void;
  readonly onShow: (origin: string) => void;
  readonly askToReach: Props['askToReach'];
  readonly again: () => void;
};

function Waiting({ value, now, onPrompt, onOpen, onSettings, onShow, askToReach, again }: WaitingProps) {
  const items = value.pairings.flatMap((pairing) => pairing.items).sort((a, b) => (a.since < b.since ? -1 : 1));
  const returned = value.pairings.flatMap(({ id, returned: back }) => back.map((one) => ({ ...one, pairingId: id })));
  const places = new Map(value.pairings.flatMap((pairing) => pairing.places).map((place) => [place.contextId, place]));
  const isKnown = value.pairings.every((pairing) => pairing.standing === 'paired');
  const more = value.pairings.reduce((sum, pairing) => sum + pairing.more, 0);
  const count = numberOf(value);
  return (
    <>
      {value.pairings.map((pairing) => (
        <PairingTrouble key={pairing.id} {...{ pairing, onSettings, askToReach, again }} />
      ))}
      <SiteTrouble sites={value.sites} onAllow={onShow} />
      {items.length > 0 && (
        <>
          <h1>
            <span class="count">{isKnown ? count : '?'}</span> unconfirmed{' '}
            {isKnown && count === 1 ? 'criterion' : 'criteria'}
          </h1>
          <ul class="waits">
            {items.map((item) => (
              <WaitingItem
                key={`${item.pairingId} ${item.evidenceId}`}
                {...{ item, now, onPrompt, onOpen }}
                place={places.size > 1 ? (places.get(item.contextId)?.title ?? null) : null}
                canOpen={places.get(item.contextId)?.hasPage ?? false}
              />
            ))}
          </ul>
          {more > 0 && <p class="quiet">And {more} more. Open your caseload to see all.</p>}
        </>
      )}
      <Returned returned={returned} onOpen={onOpen} />
      {items.length === 0 && returned.length === 0 && isKnown && (
        <div class="empty" role="status">
          <h1>Nothing waits for you</h1>
          <p>Every tick has been decided. The number comes back when somebody submits evidence.</p>
        </div>
      )}
    </>
  );
}
