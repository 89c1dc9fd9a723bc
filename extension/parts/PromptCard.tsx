import { useEffect, useRef, useState } from 'preact/hooks';
import type { ExtensionAccepted } from '../../shared/api/extension-operations.ts';
import type { AcceptSource } from '../../shared/domain/accepting.ts';
import type { EvidenceId, ExtensionTokenId } from '../../shared/domain/ids.ts';
import type { Ask, AskError } from '../ask.ts';
import type { PromptView } from '../messages.ts';
import { asFault, useAsked } from './use-ask.ts';
import { doneWords, promptWords } from './words.ts';

export type PromptFor = {
  readonly pairingId: ExtensionTokenId;
  readonly evidenceId: EvidenceId;
  readonly of: AcceptSource;
};
type Props = PromptFor & {
  readonly ask: Ask;
  /** What leaving is called: "Back" in the popup, "Close" in a window of its own. */
  readonly leave: string;
  readonly onLeave: () => void;
};
type Done = { readonly accepted: ExtensionAccepted; readonly undone: boolean };

/** Asks before all ticks of a column are accepted, then says what it did and offers to undo it. */
export function PromptCard({ ask, pairingId, evidenceId, of, leave, onLeave }: Props) {
  const asked = useAsked(() => ask({ type: 'prompt', pairingId, evidenceId, of }), [pairingId, evidenceId, of]);
  const [done, setDone] = useState<Done | null>(null);
  const [fault, setFault] = useState<AskError | null>(null);
  const [busy, setBusy] = useState(false);
  const heading = useRef<HTMLHeadingElement>(null);
  const view = asked.value;
  // On the words, never on the button: a stray Enter confirms nothing.
  useEffect(() => heading.current?.focus(), [view, done]);

  const act = async (event: Event, work: () => Promise<void>) => {
    if (!event.isTrusted || busy) return;
    setBusy(true);
    setFault(null);
    await work().catch((cause: unknown) => setFault(asFault(cause)));
    setBusy(false);
  };
  const accept = (event: Event, { nonce }: PromptView) =>
    act(event, async () => setDone({ accepted: await ask({ type: 'accept', nonce }), undone: false }));
  const undo = (event: Event, { accepted }: Done) =>
    act(event, async () => {
      const sequence = accepted.undo?.sequence ?? 0;
      await ask({ type: 'undo', pairingId, evidenceId, sequence });
      setDone({ accepted, undone: true });
    });

  const leaving = (
    <button type="button" class="button" onClick={onLeave}>
      {done === null && view !== null ? 'Cancel' : leave}
    </button>
  );
  const trouble = (asked.fault ?? fault) && (
    <p class="notice" role="alert">
      {(asked.fault ?? fault)?.message}
    </p>
  );
  if (view === null)
    return (
      <section class="card">
        <h1 ref={heading} tabIndex={-1}>
          {asked.fault ? 'This cannot be accepted now' : 'Looking at the evidence…'}
        </h1>
        {trouble}
        <div class="actions">{asked.fault && leaving}</div>
      </section>
    );
  const words = promptWords(view.prompt, of);
  if (done !== null) {
    const { head, rest } = doneWords(done.accepted, view.prompt, of);
    return (
      <section class="card" role="status">
        <h1 ref={heading} tabIndex={-1}>
          {done.undone ? 'Undone.' : head}
        </h1>
        <p>{done.undone ? 'The ticks wait again as they did before.' : rest}</p>
        {trouble}
        <div class="actions">
          <button type="button" class="button primary" onClick={onLeave}>
            {leave}
          </button>
          {!done.undone && done.accepted.undo && (
            <button type="button" class="button" disabled={busy} onClick={(event) => void undo(event, done)}>
              Undo
            </button>
          )}
        </div>
      </section>
    );
  }
  const { verb, count, where, who, when } = words.lead;
  return (
    <section class="card">
      <p class="quiet">
        {view.prompt.title} · {view.prompt.context}
      </p>
      <h1 ref={heading} tabIndex={-1}>
        {words.title}
      </h1>
      <p>
        {verb} <b>{count}</b> {where} <b>{who}</b> {when}
      </p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls has to be reachable by keyboard */}
      <section class="asked" aria-label="Criteria to accept" tabIndex={0}>
        {words.units.map((unit) => (
          <div key={unit.ref}>
            {words.units.length > 1 && (
              <h2>
                {unit.ref} {unit.title}
              </h2>
            )}
            <ol>
              {unit.criteria.map((criterion) => (
                <li key={criterion.id}>
                  <b>{criterion.ref}</b> <span>{criterion.text}</span>
                </li>
              ))}
            </ol>
          </div>
        ))}
      </section>
      <p class="quiet">Not touched: {words.notTouched.join(' ')}</p>
      <p class="quiet">{words.afterwards}</p>
      {trouble}
      <div class="actions">
        <button type="button" class="button primary" disabled={busy} onClick={(event) => void accept(event, view)}>
          {words.button}
        </button>
        {leaving}
      </div>
    </section>
  );
}
