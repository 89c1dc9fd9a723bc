import { promisify } from 'node:util';
import { deflateRaw, inflateRaw } from 'node:zlib';
import type { Act, ActStore } from '../use-cases/act-store.ts';
import { isDuplicate } from './documents.ts';
import type { Models } from './models.ts';

const smaller = promisify(deflateRaw);
const larger = promisify(inflateRaw);

/** Acts with their replies, packed: most replies are a whole evidence item. */
export function createActStore({ acts }: Models): ActStore {
  return {
    async insert({ id, reply: _, ...act }) {
      try {
        await acts.create({ _id: id, ...act, reply: null });
        return true;
      } catch (error) {
        if (isDuplicate(error)) return false;
        throw error;
      }
    },
    async find(id) {
      const document = await acts.findOne({ _id: id }).read('primary').lean();
      if (document === null) return null;
      const { _id, reply, ...act } = document;
      const text = reply === null ? null : (await larger(Buffer.from(reply, 'base64'))).toString('utf8');
      return { id: _id, ...act, reply: text } satisfies Act;
    },
    async takeOver(id, from, to) {
      return (await acts.updateOne({ _id: id, claim: from }, { $set: { ...to, reply: null } })).modifiedCount === 1;
    },
    async complete(id, claim, reply) {
      const packed = (await smaller(Buffer.from(reply))).toString('base64');
      await acts.updateOne({ _id: id, claim }, { $set: { reply: packed } });
    },
    async forget(id, claim) {
      await acts.deleteOne({ _id: id, claim });
    },
    async sweep(before) {
      await acts.deleteMany({ expiresAt: { $lt: before } });
    },
  };
}
