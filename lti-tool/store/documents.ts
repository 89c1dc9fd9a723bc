import { isDeepStrictEqual } from 'node:util';
import { type Model, mongo, type QueryFilter } from 'mongoose';

/** True for MongoDB's "duplicate key": somebody else was first. */
export const isDuplicate = (error: unknown): boolean => error instanceof mongo.MongoServerError && error.code === 11000;

/** A stored document as the application knows it: `_id` is `id` again. */
export function toEntity<T>(document: { readonly _id: unknown } | null): T | null {
  if (document === null) return null;
  const { _id, ...rest } = document;
  return { id: _id, ...rest } as T;
}

export const toEntities = <T>(documents: ReadonlyArray<{ readonly _id: unknown }>): T[] =>
  documents.map((document) => toEntity<T>(document)).filter((entity) => entity !== null);

/** An entity as it is stored. */
export function toDocument<T extends { readonly id: string }>(entity: T): Omit<T, 'id'> & { readonly _id: string } {
  const { id, ...rest } = entity;
  return { _id: id, ...rest };
}

/** The driver's own collection, for what is asked so often that mongoose's casting and wrapping would count. */
export const driverOf = <D extends object>({ collection }: Model<D>): mongo.Collection<D> =>
  collection as unknown as mongo.Collection<D>;

type Wanted<D> = {
  /** Written in any case. */
  readonly set?: Partial<D>;
  /** Written only where the document is made. */
  readonly fresh: Partial<D> & { readonly _id: string };
  /** Whether a document says it well enough; by default where every value is as it is set. */
  readonly isSaid?: (found: D) => boolean;
  /** A write that follows at once will be waited for, and this one with it. */
  readonly unjournaled?: boolean;
};

/** Whether a document or entity has these values already. */
export const says = (found: object, wanted: object): boolean =>
  Object.entries(wanted).every(([field, value]) => isDeepStrictEqual(found[field as keyof typeof found], value));

/**
 * Finds by a unique key or creates, and changes what `set` says where it says something new: mostly it does not, and then nothing is written. Of many at once one creates; the others meet the
 * unique index and find on their second try. No upsert: FerretDB's `$setOnInsert` leaves out nulls and empty
 * arrays, which MongoDB and the embedded database set.
 */
export async function ensure<D extends object>(
  model: Model<D>,
  key: QueryFilter<NoInfer<D>>,
  { set = {}, fresh, isSaid = (found) => says(found, set), unjournaled = false }: Wanted<NoInfer<D>>,
): Promise<D> {
  // Straight to the driver: launches pass here, and there is nothing to cast.
  const collection = driverOf(model);
  const filter = key as mongo.Filter<D>;
  const present = async (): Promise<D | null> => {
    const found = (await collection.findOne(filter, { readPreference: 'primary' })) as D | null;
    if (found === null || isSaid(found)) return found;
    const options = {
      returnDocument: 'after',
      ignoreUndefined: true,
      ...(unjournaled ? { writeConcern: { j: false } } : {}),
    } as const;
    return (await collection.findOneAndUpdate(filter, { $set: set } as mongo.UpdateFilter<D>, options)) as D | null;
  };
  const found = await present();
  if (found) return found;
  const document = { ...fresh, ...key, ...set };
  try {
    await model.create(document);
    return document as D;
  } catch (error) {
    const others = isDuplicate(error) ? await present() : null;
    if (others === null) throw error;
    return others;
  }
}
