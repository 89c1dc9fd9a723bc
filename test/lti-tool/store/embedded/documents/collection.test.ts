import { expect } from 'chai';
import fc from 'fast-check';
import { type ChangeRecorder, Collection } from '../../../../../lti-tool/store/embedded/documents/collection.ts';
import { parseIndexSpecification } from '../../../../../lti-tool/store/embedded/documents/index-specification.ts';
import { updateDocuments } from '../../../../../lti-tool/store/embedded/documents/update-documents.ts';

type Fields = Record<string, unknown>;

class CountingRecorder implements ChangeRecorder {
  changes = 0;
  #records = 0;
  nextRecordId = () => ++this.#records;
  documentChanged = () => void this.changes++;
  documentRemoved = () => void this.changes++;
  catalogueChanged = () => undefined;
}

const index = (key: Fields, options: Fields = {}) =>
  parseIndexSpecification({ key, name: Object.keys(key).join(), ...options });

describe('a collection', () => {
  it('finds the same with indexes as without, for any documents and filters', () => {
    const scalar = fc.constantFrom<unknown>(1, 2, 'x', 'y', null, true);
    const field = fc.oneof(scalar, fc.array(scalar, { maxLength: 3 }), fc.record({ c: scalar }, { requiredKeys: [] }));
    const document = fc.record({ a: scalar, b: field, list: fc.array(fc.record({ c: scalar })) }, { requiredKeys: [] });
    const condition = fc.oneof(
      scalar,
      fc.record({ $in: fc.array(scalar, { maxLength: 3 }) }),
      fc.record({ $eq: scalar }),
      fc.record({ $gt: scalar }),
    );
    const filter = fc.record(
      { a: condition, b: condition, 'b.c': condition, 'list.c': condition },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(fc.array(document, { maxLength: 12 }), fc.array(filter, { maxLength: 6 }), (documents, filters) => {
        const plain = new Collection(1, 'd.plain', new CountingRecorder());
        const indexed = new Collection(2, 'd.indexed', new CountingRecorder());
        indexed.createIndex(index({ a: 1, b: 1 }));
        indexed.createIndex(index({ 'list.c': -1 }, { sparse: true }));
        for (const [_id, fields] of documents.entries())
          for (const one of [plain, indexed]) one.insert({ _id, ...fields });
        indexed.createIndex(index({ 'b.c': 1 }));
        indexed.createIndex(index({ b: 1 }, { partialFilterExpression: { a: { $gt: 1 } } }));
        const ids = (one: Collection, by: Fields) =>
          one.find(by, undefined, { _id: 1 }).map((found) => found.document._id);
        for (const by of filters) expect(ids(indexed, by)).to.deep.equal(ids(plain, by));
        for (const by of filters.slice(0, 3)) {
          const statement = { filter: by, update: { $set: { b: 'x' } }, sort: { _id: 1 }, multi: false, upsert: false };
          for (const one of [plain, indexed]) updateDocuments(one, statement, 0);
          for (const one of [plain, indexed]) for (const found of one.find(by, 1, { _id: -1 })) one.remove(found);
        }
        for (const by of filters) expect(ids(indexed, by)).to.deep.equal(ids(plain, by));
      }),
    );
  });

  it('changes nothing, in no index, when one of its indexes refuses', () => {
    const recorder = new CountingRecorder();
    const collection = new Collection(1, 'd.c', recorder);
    collection.createIndex(index({ a: 1 }));
    collection.createIndex(index({ b: 1 }, { unique: true }));
    const first = collection.insert({ _id: 1, a: 1, b: 1 });
    collection.insert({ _id: 2, a: 2, b: 2 });
    expect(() => collection.replace(first, { _id: 1, a: 9, b: 2 })).to.throw('E11000');
    expect(() => collection.insert({ _id: 3, a: 9, b: 2 })).to.throw('E11000');
    expect(collection.find({ a: 9 })).to.deep.equal([]);
    expect(collection.find({ a: 1 })).to.deep.equal([first]);
    expect(recorder.changes).to.equal(2);
  });

  it('finds one of 20,000 by its _id or an index at once', () => {
    const collection = new Collection(1, 'd.c', new CountingRecorder());
    collection.createIndex(index({ tenant: 1, email: 1 }, { unique: true }));
    for (let i = 0; i < 20_000; i++) collection.insert({ _id: `i${i}`, tenant: `t${i % 5}`, email: `e${i}` });
    const timed = (filter: (i: number) => Fields) => {
      const start = performance.now();
      for (let i = 0; i < 2000; i++) {
        const statement = { filter: filter(i), update: { $set: { n: i } }, sort: {}, multi: false, upsert: false };
        expect(updateDocuments(collection, statement, 0).changes).to.have.length(1);
      }
      return performance.now() - start;
    };
    // A scan of them all takes some milliseconds each time, hence many seconds in all.
    expect(timed((i) => ({ _id: `i${i * 7}`, tenant: `t${(i * 7) % 5}` }))).to.be.below(2000);
    expect(timed((i) => ({ tenant: `t${i % 5}`, email: { $in: [`e${i}`, 'none'] } }))).to.be.below(2000);
  });
});
