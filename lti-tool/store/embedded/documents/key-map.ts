/** A map from index keys to the items under each. A single item, the usual case, is kept without a set around it. */
export class KeyMap<T extends object> {
  readonly #items = new Map<string, T | Set<T>>();

  add(key: string, item: T): void {
    const present = this.#items.get(key);
    if (present === undefined) this.#items.set(key, item);
    else if (present instanceof Set) present.add(item);
    else if (present !== item) this.#items.set(key, new Set([present, item]));
  }

  delete(key: string, item: T): void {
    const present = this.#items.get(key);
    if (present === item) this.#items.delete(key);
    if (!(present instanceof Set)) return;
    present.delete(item);
    if (present.size === 0) this.#items.delete(key);
  }

  count(key: string): number {
    const present = this.#items.get(key);
    if (present === undefined) return 0;
    return present instanceof Set ? present.size : 1;
  }

  get(key: string): Iterable<T> {
    const present = this.#items.get(key);
    if (present === undefined) return [];
    return present instanceof Set ? present : [present];
  }
}
