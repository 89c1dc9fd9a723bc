import type { Connection } from 'mongoose';
import { connect } from './connect.ts';
import { openStore, planSchema } from './store.ts';

/** Why a database was not copied; the message says what to do next. */
export class CopyError extends Error {
  override readonly name = 'CopyError';
}

export type CopiedCollection = { readonly name: string; readonly documents: number };

const batch = 500;
/** Numbers keep their type on the way: an integer stays one, and a double stays a double. */
const asStored = { promoteValues: false, promoteLongs: false, promoteBuffers: false, bsonRegExp: true } as const;

const collectionsOf = async (connection: Connection): Promise<string[]> =>
  (await connection.listCollections()).map(({ name }) => name).filter((name) => !name.startsWith('system.'));

const countOf = (connection: Connection, name: string): Promise<number> =>
  connection.collection(name).countDocuments({});

async function refuseUnlessEmpty(to: Connection): Promise<void> {
  for (const name of await collectionsOf(to))
    if ((await countOf(to, name)) > 0)
      throw new CopyError(
        `The database to copy to is not empty: its collection "${name}" holds documents. Name an empty one, or drop what a copy that broke off left there.`,
      );
}

async function copyCollection(from: Connection, to: Connection, name: string): Promise<CopiedCollection> {
  let waiting: Array<Record<string, unknown>> = [];
  const send = async () => {
    if (waiting.length > 0) await to.collection(name).insertMany(waiting);
    waiting = [];
  };
  for await (const document of from.collection(name).find({}, asStored).batchSize(batch)) {
    waiting.push(document);
    if (waiting.length === batch) await send();
  }
  await send();
  const [there, here] = [await countOf(from, name), await countOf(to, name)];
  if (there !== here)
    throw new CopyError(
      `"${name}" has ${there} documents and its copy ${here}: something wrote meanwhile. Stop every tool on both databases, drop the copy and copy again.`,
    );
  return { name, documents: here };
}

/**
 * Copies every document of one database into another that is empty, then makes the indexes there. The first is only read.
 * Nothing may write to either meanwhile.
 * @throws CopyError where the first has an older schema, the second is not empty, or the counts differ afterwards
 */
export async function copyDatabase(fromUrl: string, toUrl: string): Promise<CopiedCollection[]> {
  if ((await planSchema(fromUrl)).steps.length > 0)
    throw new CopyError('The database to copy has an older schema. Run `npm run admin -- db migrate` first.');
  const from = await connect(fromUrl);
  try {
    const to = await connect(toUrl);
    try {
      await refuseUnlessEmpty(to);
      const copied: CopiedCollection[] = [];
      for (const name of (await collectionsOf(from)).sort()) copied.push(await copyCollection(from, to, name));
      // Opening a store makes its indexes.
      await (await openStore(toUrl)).close();
      return copied;
    } finally {
      await to.close();
    }
  } finally {
    await from.close();
  }
}
