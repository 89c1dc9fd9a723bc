/**
 * One value in the extension's own IndexedDB. Unlike `storage.local`, which Firefox opens to content scripts, it belongs
 * to the extension's origin alone: a content script has the IndexedDB of its page.
 */
function openVault(): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open('countersign', 1);
    opening.onupgradeneeded = () => opening.result.createObjectStore('state');
    opening.onsuccess = () => resolve(opening.result);
    opening.onerror = () => reject(opening.error);
  });
}

async function inVault<T>(mode: IDBTransactionMode, work: (store: IDBObjectStore) => IDBRequest<T>): Promise<T> {
  const database = await openVault();
  try {
    return await new Promise((resolve, reject) => {
      const transaction = database.transaction('state', mode, { durability: 'strict' });
      const request = work(transaction.objectStore('state'));
      transaction.oncomplete = () => resolve(request.result);
      transaction.onabort = () => reject(transaction.error);
    });
  } finally {
    database.close();
  }
}

export const readVault = async (): Promise<Readonly<Record<string, unknown>>> =>
  ((await inVault('readonly', (store) => store.get('values'))) as Readonly<Record<string, unknown>> | undefined) ?? {};

export async function writeVault(values: Readonly<Record<string, unknown>>): Promise<void> {
  await inVault('readwrite', (store) => store.put(values, 'values'));
}
