import type { RecordCollection, RecordDocument, Records } from '../use-cases/lti-ports.ts';
import type { Seal } from './sealing.ts';

/** Where sealed items are, and what each is bound to. */
const sealedPlaces: ReadonlyArray<readonly [RecordCollection, (row: RecordDocument) => string]> = [
  ['publickey', () => 'publickey'],
  ['privatekey', () => 'privatekey'],
  ['accesstoken', () => 'accesstoken'],
  ['launchState', (row) => String(row.stateHash)],
];

/**
 * Seals every item again that only the previous secret opens, each by compare-and-set on its old seal, so that one that is
 * replaced meanwhile stays as it is. How many were changed. @throws where neither secret opens an item
 */
export async function sealAgain(records: Records, seal: Seal): Promise<number> {
  let changed = 0;
  for (const [collection, placeOf] of sealedPlaces)
    for (const row of await records.find(collection, {})) {
      const sealed = { iv: String(row.iv), data: String(row.data) };
      const place = placeOf(row);
      if (seal.isCurrent(sealed, place)) continue;
      await records.modify(collection, { ...sealed }, { ...seal.close(seal.open(sealed, place), place) });
      changed += 1;
    }
  return changed;
}
