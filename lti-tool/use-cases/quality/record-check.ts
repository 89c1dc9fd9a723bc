import type { Evidence } from '../../../shared/domain/evidence.ts';
import { firstBrokenEntry, fitsHistory } from '../../../shared/domain/history.ts';
import type { Crypto } from '../ports.ts';

/** The check of an item's whole record: its chain, and whether it leads to the item as it is (R11). */
export const recordCheck = (item: Evidence, crypto: Pick<Crypto, 'sha256'>) => ({
  entries: item.history.length,
  brokenAt: firstBrokenEntry(item, crypto.sha256),
  fits: fitsHistory(item),
});
