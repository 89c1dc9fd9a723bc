import { execFileSync, spawn } from 'node:child_process';
import { createHash, randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { existsSync, mkdirSync, readFileSync, renameSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { homedir, tmpdir } from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';

const source = path.resolve(__dirname, '../../test/mongodb/server');
const sources = ['go.mod', 'go.sum', 'main.go', 'atomic_writes.go'];

/** The MongoDB-compatible server cannot be built; the message says in which way to help. */
export class MongodbServerError extends Error {
  override readonly name = 'MongodbServerError';
}

function requireGo(): void {
  try {
    execFileSync('go', ['version'], { stdio: 'ignore' });
  } catch {
    throw new MongodbServerError(
      'The tests against MongoDB need a server, and there is none: set DATABASE_URL=mongodb://... to a server ' +
        'whose databases test-* may be written, or install Go 1.24 or newer (https://go.dev/dl), ' +
        'with which FerretDB is built.',
    );
  }
}

/** The server's program, built once for each state of its sources and kept in the user's cache directory. */
function buildMongodbServer(): string {
  const hash = createHash('sha256');
  for (const file of sources) hash.update(readFileSync(path.join(source, file)));
  const cache = path.join(process.env.XDG_CACHE_HOME ?? path.join(homedir(), '.cache'), 'countersign');
  const program = path.join(cache, `mongodb-server-${hash.digest('hex').slice(0, 16)}`);
  if (existsSync(program)) return program;
  requireGo();
  console.log('Building FerretDB (once; a minute or two)...');
  mkdirSync(cache, { recursive: true });
  const fresh = `${program}.${randomUUID()}`;
  try {
    execFileSync('go', ['build', '-tags', 'ferretdb_no_postgresql', '-o', fresh, '.'], {
      cwd: source,
      stdio: 'inherit',
      env: { ...process.env, CGO_ENABLED: '0' },
    });
  } catch {
    throw new MongodbServerError('FerretDB could not be built: Go says above why.');
  }
  renameSync(fresh, program);
  return program;
}

export type MongodbServer = { readonly url: string; stop(): Promise<void> };

/**
 * Starts FerretDB, a MongoDB-compatible server, on a free port of this machine, with its data in a directory of its own
 * that goes when it stops. It also stops when this process ends, in whatever way.
 * @throws MongodbServerError where it can be neither found nor built
 */
export async function startMongodbServer(): Promise<MongodbServer> {
  const program = buildMongodbServer();
  const directory = await mkdtemp(path.join(tmpdir(), 'countersign-mongodb-'));
  const server = spawn(program, ['127.0.0.1:0', directory], { stdio: ['pipe', 'pipe', 'inherit'] });
  const ended = once(server, 'exit');
  const stop = async () => {
    server.stdin.end();
    await ended;
    await rm(directory, { recursive: true, force: true });
  };
  const lines = createInterface(server.stdout);
  const first = await Promise.race([once(lines, 'line').then(([line]) => String(line)), ended.then(() => '')]);
  const url = /^ready (mongodb:.*)$/.exec(first)?.[1];
  if (url) return { url, stop };
  await stop();
  throw new MongodbServerError('FerretDB ended at its start.');
}
