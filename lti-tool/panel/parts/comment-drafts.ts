import { signal } from '@preact/signals';
import type { EvidenceId } from '../../../shared/domain/ids.ts';

/** Comments begun and not sent, in memory only: going elsewhere and back, or a lost connection, loses none. */
const drafts = signal<ReadonlyMap<EvidenceId, string>>(new Map());

export const commentDraft = (id: EvidenceId): string => drafts.value.get(id) ?? '';

/** Keeps what is written so far; empty for nothing. */
export function keepComment(id: EvidenceId, text: string): void {
  const others = [...drafts.peek()].filter(([known]) => known !== id);
  drafts.value = new Map(text === '' ? others : [...others, [id, text]]);
}

// A page that is left takes with it what exists nowhere else, so the browser asks first.
addEventListener('beforeunload', (event) => {
  if ([...drafts.peek().values()].some((text) => text.trim() !== '')) event.preventDefault();
});
