import { type Actor, type Change, type Evidence, evidenceStatuses, type HistoryEntry, methods } from './evidence.ts';
import { appended, canonical, digestOfErased, type Hash } from './history.ts';
import type { Instant } from './instant.ts';

/**
 * What says who decided what and when, and by what: ids, moments and words of a fixed list. Every other text may have been
 * written by a person, or about one.
 */
const keptField = /^(id|at|.+Ids?|.+At|kind|column|of|outcome|actingAs|origin)$/;
const fixedWords = new Set<string>([...evidenceStatuses, ...methods]);

/** The same value with every text left out that somebody may have written. */
export function withoutTexts<T>(value: T, field = ''): T {
  if (typeof value === 'string') return (keptField.test(field) || fixedWords.has(value) ? value : '') as T;
  if (Array.isArray(value)) return value.map((inner: unknown) => withoutTexts(inner, field)) as T;
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, withoutTexts(inner, key)])) as T;
}

function erasedEntry(entry: HistoryEntry): HistoryEntry {
  if (entry.erased || entry.change.kind === 'erased') return entry;
  const change = withoutTexts<Change>(entry.change);
  if (canonical(change) === canonical(entry.change)) return entry;
  const { salt: _salt, ...rest } = entry;
  return { ...rest, change, erased: true };
}

/** SHA-256 of every file that an item has or had. */
export const filesOf = ({ attachments, history }: Pick<Evidence, 'attachments' | 'history'>): Set<string> => {
  const detached = history.flatMap(({ change }) => {
    if (change.kind === 'attached') return [change.after.sha256];
    return change.kind === 'detached' ? [change.before.sha256] : [];
  });
  return new Set([...attachments.map(({ sha256 }) => sha256), ...detached].filter((sha256) => sha256 !== ''));
};

const erasedTitle = 'Erased';

/**
 * An item without what its learner wrote and was told; ticks, decisions and their moments stay, under ids that name nobody. Its
 * history says what was erased, in an entry more. The same item where nothing is left to erase.
 */
export function erased(item: Evidence, actor: Actor, at: Instant, hash: Hash, salt: string): Evidence {
  const blank = item.history.map(erasedEntry);
  const entries = blank.flatMap((entry, index) =>
    entry.erased && !item.history[index]?.erased
      ? [{ sequence: entry.sequence, digest: digestOfErased(entry, item.id, hash) }]
      : [],
  );
  const { history: _history, ...rest } = item;
  const texts = { ...withoutTexts(rest), title: erasedTitle, attachments: [], links: [] };
  if (entries.length === 0 && canonical(texts) === canonical(rest)) return item;
  const change = { kind: 'erased', entries } as const;
  return {
    ...texts,
    updatedAt: at,
    version: item.version + 1,
    history: appended({ id: item.id, history: blank }, actor, at, change, hash, salt),
  };
}
