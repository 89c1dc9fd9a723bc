import { CommandError } from '../command-error.ts';
import { compileMatcher, type Matcher } from '../query/matcher.ts';
import { valuesAt } from '../query/paths.ts';
import type { BsonDocument } from '../values/bson-document.ts';
import { valueKey } from '../values/value-key.ts';
import { duplicateKeyError } from './duplicate-key.ts';
import type { IndexSpecification } from './index-specification.ts';
import { KeyMap } from './key-map.ts';
import type { StoredDocument } from './stored-document.ts';

/** For each prefix of an index's paths, the keys of one document. */
type IndexKeys = readonly (readonly string[])[];

/** One index of a collection, in memory: for each prefix of its paths, the documents under each key.
 * Arrays give one key an element. */
export class CollectionIndex {
  readonly specification: IndexSpecification;
  readonly #namespace: string;
  readonly #paths: readonly (readonly string[])[];
  readonly #isCovered: Matcher | null;
  /** One map for each prefix: the first path, the first two, ... */
  readonly #prefixes: readonly KeyMap<StoredDocument>[];

  constructor(namespace: string, specification: IndexSpecification) {
    this.specification = specification;
    this.#namespace = namespace;
    this.#paths = Object.keys(specification.key).map((path) => path.split('.'));
    this.#prefixes = this.#paths.map(() => new KeyMap());
    const { partialFilterExpression } = specification;
    this.#isCovered = partialFilterExpression && compileMatcher(partialFilterExpression);
  }

  /** The keys that a document will have here. Throws the duplicate key error when putting it in `previous`'s place
   * would break uniqueness. */
  admit(next: BsonDocument, previous: StoredDocument | null): IndexKeys {
    const keys = this.#keysOf(next);
    if (!this.specification.unique) return keys;
    const full = this.#prefixes.at(-1);
    for (const key of keys.at(-1) ?? []) {
      for (const holder of full?.get(key) ?? []) {
        if (holder !== previous) throw duplicateKeyError(this.#namespace, this.specification, next);
      }
    }
    return keys;
  }

  /** Takes a document in under the keys it was admitted with. */
  add(stored: StoredDocument, keys: IndexKeys): void {
    for (const [i, prefixKeys] of keys.entries()) {
      for (const key of prefixKeys) this.#prefixes[i]?.add(key, stored);
    }
  }

  remove(stored: StoredDocument): void {
    for (const [i, keys] of this.#keysOf(stored.document).entries()) {
      for (const key of keys) this.#prefixes[i]?.delete(key, stored);
    }
  }

  /** Where equalities hold the first paths of this index: how many documents they leave, and which. Null where the
   * index cannot tell. */
  lookUp(
    equalities: ReadonlyMap<string, readonly unknown[]>,
  ): { count: number; find(): Iterable<StoredDocument> } | null {
    if (!this.#coversFilter(equalities)) return null;
    let keys = [''];
    let used = 0;
    for (const path of Object.keys(this.specification.key)) {
      const values = equalities.get(path);
      if (!values || keys.length * values.length > 10_000) break;
      const alternatives = [...new Set(values.map(valueKey))];
      keys = keys.flatMap((key) => alternatives.map((value) => key + value));
      used++;
    }
    const map = this.#prefixes[used - 1];
    if (!map) return null;
    const count = keys.reduce((sum, key) => sum + map.count(key), 0);
    return { count, find: () => new Set(keys.flatMap((key) => [...map.get(key)])) };
  }

  /** A partial index holds every match of a filter only when the filter's own values meet the index's conditions. */
  #coversFilter(equalities: ReadonlyMap<string, readonly unknown[]>): boolean {
    const conditions = Object.entries(this.specification.partialFilterExpression ?? {});
    return conditions.every(([path, condition]) => {
      const meets = compileMatcher({ value: condition });
      return equalities.get(path)?.every((value) => meets({ value })) === true;
    });
  }

  /** For each prefix, the keys of a document. */
  #keysOf(document: BsonDocument): IndexKeys {
    if (this.#isCovered && !this.#isCovered(document)) return [];
    const reached = this.#paths.map((path) => valuesAt(document, path));
    if (this.specification.sparse && reached.every((values) => values.every((value) => value === undefined))) return [];
    const keys: string[][] = [];
    let arrays = 0;
    for (const values of reached) {
      const own = fieldKeys(values);
      if (own.length > 1 && ++arrays > 1) throw new CommandError(171, 'cannot index parallel arrays');
      keys.push((keys.at(-1) ?? ['']).flatMap((prefix) => own.map((key) => prefix + key)));
    }
    return keys;
  }
}

function fieldKeys(values: readonly unknown[]): string[] {
  const [only] = values;
  if (values.length === 1 && !Array.isArray(only)) return [valueKey(only)];
  const flat = values.flatMap((value) => (Array.isArray(value) && value.length > 0 ? value : [value]));
  return flat.length ? [...new Set(flat.map(valueKey))] : [valueKey(null)];
}
