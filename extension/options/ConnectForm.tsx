import { useState } from 'preact/hooks';
import { safeOrigin } from '../tool-address.ts';

type Props = {
  /** Addresses that the institution set. */
  readonly offered: readonly string[];
  /** The tool whose panel has still to agree; null for none. */
  readonly expected: string | null;
  readonly isFirst: boolean;
  readonly onConnect: (origin: string) => void;
};

const wrong = 'Enter the address of Countersign at your college. It begins with https://.';

/** Which Countersign, and then: where to agree. */
export function ConnectForm({ offered, expected, isFirst, onConnect }: Props) {
  const [typed, setTyped] = useState(offered[0] ?? '');
  const [fault, setFault] = useState<string | null>(null);
  const connect = () => {
    const origin = safeOrigin(typed);
    setFault(origin === null ? wrong : null);
    if (origin !== null) onConnect(origin);
  };
  return (
    <section aria-labelledby="connect">
      <h2 id="connect">{isFirst ? 'Connect' : 'Connect another person or college'}</h2>
      {expected && (
        <div class="notice next" role="status">
          <p>
            <b>One step is left.</b> Open Countersign in your course, go to <b>Extension</b> and choose{' '}
            <b>Connect the browser extension</b>. It was open already? Reload that page first.
          </p>
          <p class="quiet">Waiting for {expected}.</p>
        </div>
      )}
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          connect();
        }}
      >
        <label for="tool">Address of Countersign</label>
        <p class="quiet" id="tool-hint">
          It is on the page <b>Extension</b> of Countersign in your course. The browser then asks whether the extension
          may reach it: that is how it learns what waits.
        </p>
        <div class="line">
          <input
            id="tool"
            class="field"
            type="url"
            list="offered"
            autocomplete="off"
            spellcheck={false}
            placeholder="https://countersign.your-college.example"
            value={typed}
            aria-describedby={fault ? 'tool-fault' : 'tool-hint'}
            aria-invalid={fault !== null}
            onInput={(event) => setTyped(event.currentTarget.value)}
          />
          <datalist id="offered">
            {offered.map((origin) => (
              <option key={origin} value={origin} />
            ))}
          </datalist>
          <button type="submit" class="button primary">
            Connect
          </button>
        </div>
        {fault && (
          <p id="tool-fault" class="fault" role="alert">
            {fault}
          </p>
        )}
      </form>
    </section>
  );
}
