import type { Config } from '../../lti-tool/config.ts';
import type { LtiEdge } from '../../lti-tool/lti/lti-edge.ts';
import { openStore } from '../../lti-tool/store/store.ts';
import { openDatabase, openEdge, openFiles, systemClock } from '../../lti-tool/tool.ts';
import type { FileStore } from '../../lti-tool/use-cases/file-ports.ts';
import type { Stores } from '../../lti-tool/use-cases/ports.ts';

export type AdminContext = {
  readonly stores: Stores;
  readonly files: FileStore;
  readonly edge: Pick<LtiEdge, 'registrations' | 'invitations' | 'keys' | 'sealAgain' | 'settings'>;
};

const silent = { info: () => {}, warn: () => {}, error: () => {} };

/** Runs one command on the tool's database: beside a running tool through its socket, else by opening it. */
export async function inContext<T>(config: Config, run: (context: AdminContext) => Promise<T>): Promise<T> {
  const database = await openDatabase(config, true);
  try {
    const store = await openStore(database.url);
    try {
      const edge = await openEdge(config, store, silent, systemClock, async () => {});
      try {
        return await run({ stores: store.stores, files: openFiles(config), edge });
      } finally {
        await edge.close();
      }
    } finally {
      await store.close();
    }
  } finally {
    await database.close();
  }
}
