import { type Connection, type Model, Schema } from 'mongoose';
import {
  DuplicateRecord,
  type RecordCollection,
  type RecordDocument,
  type Records,
  recordCollections,
} from '../use-cases/lti-ports.ts';
import { isDuplicate } from './documents.ts';

const names = Object.keys(recordCollections) as RecordCollection[];

/** Removes what expired before a moment. Readers check the expiry themselves; this only keeps the collections small. */
export type SweptRecords = Records & { sweep(before: Date): Promise<void> };

/**
 * Launch states live for minutes, and one that a power cut takes away costs somebody a second click: they need not be on disk
 * before the answer. The session that a launch ends with is, and with it that its state was taken.
 */
const fleeting: ReadonlySet<RecordCollection> = new Set(['launchState']);
const writeConcernOf = (name: RecordCollection) => (fleeting.has(name) ? { writeConcern: { j: false } } : {});

/** The LTI edge's own documents, in collections named `lti_...`. */
export async function createRecordStore(connection: Connection): Promise<SweptRecords> {
  const models = new Map<RecordCollection, Model<RecordDocument>>();
  for (const name of names) {
    const schema = new Schema({}, { strict: false, versionKey: false, minimize: false, autoIndex: false, id: false });
    for (const key of recordCollections[name])
      schema.index(Object.fromEntries(key.map((field) => [field, 1])), { unique: true });
    const model = connection.model<RecordDocument>(
      `lti_${name}`,
      schema as unknown as Schema<RecordDocument>,
      `lti_${name}`,
    );
    await model.createIndexes();
    models.set(name, model);
  }
  const of = (name: RecordCollection): Model<RecordDocument> => {
    const model = models.get(name);
    if (!model) throw new Error(`There is no collection ${name}.`);
    return model;
  };
  const guarded = async <T>(write: () => Promise<T>): Promise<T> => {
    try {
      return await write();
    } catch (error) {
      throw isDuplicate(error) ? new DuplicateRecord('A record with this key is there already.') : error;
    }
  };
  return {
    find: async (name, filter) => {
      const found = of(name).collection.find({ ...filter }, { projection: { _id: 0 } });
      return found.toArray();
    },
    insert: async (name, document) => {
      await guarded(() => of(name).collection.insertOne({ ...document }, writeConcernOf(name)));
    },
    replace: async (name, filter, document) => {
      await guarded(() => of(name).replaceOne({ ...filter }, { ...document }, { upsert: true }));
    },
    modify: async (name, filter, change) => {
      await of(name).updateOne({ ...filter }, { $set: { ...change } });
    },
    remove: async (name, filter) =>
      (await of(name).collection.deleteMany({ ...filter }, writeConcernOf(name))).deletedCount,
    sweep: async (before) => {
      for (const model of models.values()) await model.deleteMany({ expiresAt: { $lt: before } });
    },
    // Whoever's deletion counts has it, so that one of many takes it even where a server's findAndModify is not atomic.
    take: async (name, filter) => {
      const found = await of(name)
        .findOne({ ...filter })
        .read('primary')
        .lean<RecordDocument>();
      if (found === null) return null;
      const { _id, ...record } = found;
      return (await of(name).deleteOne({ _id }, writeConcernOf(name))).deletedCount === 1 ? record : null;
    },
  };
}
