import { erased, filesOf } from '../../../shared/domain/erasing.ts';
import type { Actor, Evidence } from '../../../shared/domain/evidence.ts';
import { type PersonId, parseId } from '../../../shared/domain/ids.ts';
import { Failure } from '../failure.ts';
import type { FileStore } from '../file-ports.ts';
import { type Clock, type Crypto, instantOf, type Stores } from '../ports.ts';
import { countEvidence } from '../refresh-progress.ts';
import { findPerson, type PersonPlace } from './find-person.ts';

type Deps = {
  readonly stores: Stores;
  readonly clock: Clock;
  readonly crypto: Crypto;
  readonly files: FileStore;
};
export type Erasure = { readonly items: number; readonly files: number };

/** An administrator of the installation, at a terminal: nobody of the tenant. */
const administrator: Actor = { personId: parseId<PersonId>('administrator'), role: 'manager', origin: 'system' };
const attempts = 20;

/** Removes the files of an item that nobody else has. Before the item itself: a crash in between is mended by the next try. */
async function removeFiles({ stores, files }: Deps, item: Evidence): Promise<number> {
  let removed = 0;
  for (const sha256 of filesOf(item)) {
    if (await stores.personal.isFileOfOthers(sha256, item.learnerId)) continue;
    await files.remove(sha256);
    removed += 1;
  }
  return removed;
}

async function eraseItem(deps: Deps, first: Evidence): Promise<void> {
  const { stores, crypto } = deps;
  let item: Evidence | null = first;
  for (let attempt = 0; attempt < attempts && item !== null; attempt += 1) {
    const next: Evidence = erased(item, administrator, instantOf(deps.clock), crypto.sha256, crypto.newId());
    if (next === item) return;
    if (await stores.evidence.replace(next, item.version)) return countEvidence(deps, next);
    item = await stores.evidence.find(item.tenantId, item.id);
  }
  if (item !== null) throw new Failure('conflict');
}

/**
 * Takes a person's data away for good: name, id at the LMS, files, and every text that they wrote or were told. What others'
 * decisions rest on stays under an id that names nobody, and every history still verifies. May be run again after a
 * crash, until the person is gone: they are taken out of the list of people last.
 * @throws Failure notFound
 */
export async function erasePerson(deps: Deps, place: PersonPlace): Promise<Erasure> {
  const { stores } = deps;
  const person = await findPerson(stores, place);
  const items = await stores.personal.evidenceOf(person.tenantId, person.id);
  let files = 0;
  for (const item of items) {
    files += await removeFiles(deps, item);
    await eraseItem(deps, item);
  }
  await stores.personal.forget(person.tenantId, person.id);
  return { items: items.length, files };
}
