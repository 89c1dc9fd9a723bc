import type { ContextId, EvidenceId, ExtensionTokenId } from '../../shared/domain/ids.ts';

type Item = {
  readonly pairingId: ExtensionTokenId;
  readonly evidenceId: EvidenceId;
  readonly contextId: ContextId;
  readonly title: string;
};

/** A learner's evidence that came back with feedback. */
export function Returned({ returned, onOpen }: { returned: readonly Item[]; onOpen: (item: Item) => void }) {
  if (returned.length === 0) return null;
  return (
    <>
      <h1>
        <span class="count">{returned.length}</span> returned to you
      </h1>
      <ul class="waits">
        {returned.map((item) => (
          <li key={item.evidenceId}>
            <button type="button" class="link" onClick={() => onOpen(item)}>
              {item.title}
            </button>
            <p class="quiet">Your assessor says what to do next.</p>
          </li>
        ))}
      </ul>
    </>
  );
}
