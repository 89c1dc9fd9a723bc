/** The key of one act, until it is answered. */
export type ActKey = { readonly key: string; close(): void };

/**
 * Keys by which the tool knows an act again (see docs/adr/0015). An act whose reply never came keeps its key: done again
 * in the same words at the same place, it goes by the same key, and a double click is one act. Any other act at that place
 * in between makes it a new one.
 */
export function createActKeys(newKey: () => string = () => crypto.randomUUID()) {
  const open = new Map<string, { readonly words: string; readonly key: string }>();
  return {
    /**
     * @param place what is acted upon
     * @param words what is done with it
     * @param given a key that the caller keeps
     */
    open(place: string, words: string, given?: string): ActKey {
      const known = open.get(place);
      const key = given ?? (known?.words === words ? known.key : newKey());
      open.set(place, { words, key });
      return {
        key,
        close: () => {
          if (open.get(place)?.key === key) open.delete(place);
        },
      };
    },
  };
}
