import { randomUUID } from 'node:crypto';
import { type Connection, Schema } from 'mongoose';

const itemSchema = new Schema({ sku: String, qty: Number, at: Date }, { _id: false });

const thingSchema = new Schema(
  {
    _id: { type: String, default: () => randomUUID() },
    name: String,
    n: Number,
    flag: Boolean,
    when: Date,
    opt: String,
    nested: { a: String, deep: { b: Number } },
    items: [itemSchema],
    tags: [String],
    grades: { type: Map, of: Number },
    email: { type: String },
  },
  { timestamps: true, optimisticConcurrency: true },
);
thingSchema.index({ email: 1 }, { unique: true, sparse: true });
thingSchema.index({ n: 1 });

/** A model with every kind of field that the tool's own models have. */
export function thingModel(connection: Connection) {
  return connection.model('Thing', thingSchema);
}

export type ThingModel = ReturnType<typeof thingModel>;

/** Five things, d1 to d5. */
export async function insertFiveThings(things: ThingModel): Promise<void> {
  await things.insertMany(
    [1, 2, 3, 4, 5].map((i) => ({
      _id: `d${i}`,
      name: `x${i % 2}`,
      n: i,
      flag: i > 3,
      when: new Date(2026, 0, i),
      nested: { a: `a${i}`, deep: { b: i } },
      items: [
        { sku: `s${i}`, qty: i, at: new Date(2026, 1, i) },
        { sku: 'common', qty: i * 10 },
      ],
      tags: [`t${i}`, 'all'],
      grades: { [`u${i}`]: i },
    })),
  );
}

export function idsOf(documents: readonly { _id: unknown }[]): string {
  return documents.map(({ _id }) => _id).join();
}
