import {
  DuplicateRecord,
  type RecordCollection,
  type RecordDocument,
  type RecordFilter,
  type Records,
  recordCollections,
} from '../../../lti-tool/use-cases/lti-ports.ts';

/** The `Records` port in memory; `all` shows what is stored. */
export type MemoryRecords = Records & { all(collection: RecordCollection): RecordDocument[] };

const matches = (filter: RecordFilter) => (document: RecordDocument) =>
  Object.entries(filter).every(([field, value]) => document[field] === value);

/** As strict as the real store: only texts in filters, unique keys kept, copies in and out. */
export function memoryRecords(): MemoryRecords {
  const collections = new Map<RecordCollection, RecordDocument[]>();
  const rowsOf = (collection: RecordCollection) => {
    const rows = collections.get(collection) ?? [];
    collections.set(collection, rows);
    return rows;
  };
  const check = (filter: RecordFilter) => {
    for (const value of Object.values(filter))
      if (typeof value !== 'string') throw new Error('filters hold only texts');
  };
  function insert(collection: RecordCollection, document: RecordDocument): void {
    const rows = rowsOf(collection);
    const taken = recordCollections[collection].some((key: readonly string[]) =>
      rows.some((row) => key.every((field) => row[field] === document[field])),
    );
    if (taken) throw new DuplicateRecord(`${collection} has one already`);
    rows.push(structuredClone(document));
  }
  function removeFirst(collection: RecordCollection, filter: RecordFilter): RecordDocument | null {
    check(filter);
    const rows = rowsOf(collection);
    const index = rows.findIndex(matches(filter));
    return index === -1 ? null : (rows.splice(index, 1)[0] ?? null);
  }
  return {
    all: rowsOf,
    async find(collection, filter) {
      check(filter);
      return structuredClone(rowsOf(collection).filter(matches(filter)));
    },
    insert: async (collection, document) => insert(collection, document),
    async replace(collection, filter, document) {
      removeFirst(collection, filter);
      insert(collection, document);
    },
    async modify(collection, filter, change) {
      const row = removeFirst(collection, filter);
      if (row !== null) insert(collection, { ...row, ...change });
    },
    async remove(collection, filter) {
      let count = 0;
      while (removeFirst(collection, filter) !== null) count += 1;
      return count;
    },
    take: async (collection, filter) => removeFirst(collection, filter),
  };
}
