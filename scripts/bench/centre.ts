import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { handlers } from '../../lti-tool/http/api-handlers.ts';
import type { ApiDeps, Handler } from '../../lti-tool/http/handler.ts';
import { openEmbeddedDatabase } from '../../lti-tool/store/embedded/embedded-database.ts';
import { createFileStore } from '../../lti-tool/store/file-store.ts';
import { openStore } from '../../lti-tool/store/store.ts';
import { systemClock, systemCrypto } from '../../lti-tool/tool.ts';
import type { Principal } from '../../lti-tool/use-cases/principal.ts';
import type { BodyOf, OperationName, ParamsOf } from '../../shared/api/operations.ts';

/** The tool without HTTP and LTI, on an embedded database of its own. */
export type BenchCentre = { readonly deps: ApiDeps; close(): Promise<void> };

/** Opens the centre of a data directory as the tool does; the next opening finds what this one wrote. */
export async function openBenchCentre(dataDir: string): Promise<BenchCentre> {
  const database = await openEmbeddedDatabase({ dataDir: path.join(dataDir, 'database') });
  const store = await openStore(database.url);
  const files = createFileStore(path.join(dataDir, 'files'), 1024);
  return {
    deps: { pause, stores: store.stores, clock: systemClock, crypto: systemCrypto, files },
    async close() {
      await store.close();
      await database.close();
    },
  };
}

type Input<Name extends OperationName> = {
  readonly params?: ParamsOf<Name>;
  readonly body?: BodyOf<Name>;
};

/** What the tool does for an API call between authentication and the wire: the operation, and its reply as JSON text. */
export async function reply<Name extends OperationName>(
  { deps }: BenchCentre,
  principal: Principal,
  name: Name,
  { params, body }: Input<Name> = {},
): Promise<string> {
  const { run } = handlers[name] as unknown as Handler<OperationName>;
  const call = { principal, token: '', params: params ?? {}, body: body ?? {} };
  return JSON.stringify(await run(deps, call as Parameters<typeof run>[1]));
}
