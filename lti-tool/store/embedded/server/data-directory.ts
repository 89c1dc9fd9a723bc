import { createHash } from 'node:crypto';
import { chmodSync, lstatSync, mkdirSync, readlinkSync, realpathSync, rmSync, statSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { EmbeddedDatabaseError } from '../embedded-database-error.ts';

/** Makes the data directory private to this user, creating it if need be; its real path. Throws `unusable`. */
export function prepareDataDirectory(dataDir: string): string {
  try {
    mkdirSync(dataDir, { recursive: true, mode: 0o700 });
    const path = realpathSync(dataDir);
    if (process.platform !== 'win32') makePrivate(path);
    return path;
  } catch (error) {
    throw unusable(dataDir, error);
  }
}

const STICKY = 0o1000;

/** A directory of another user, or one that is shared like /tmp, is not ours to close to others. */
function makePrivate(path: string): void {
  const { mode, uid } = statSync(path);
  if (uid !== process.getuid?.() || mode & STICKY) throw new Error('it belongs to others too');
  if ((mode & 0o077) !== 0) chmodSync(path, 0o700);
}

/** The real path of a data directory; null when there is none. */
export function existingDataDirectory(dataDir: string): string | null {
  const found = statSync(dataDir, { throwIfNoEntry: false });
  return found?.isDirectory() ? realpathSync(dataDir) : null;
}

/** The name by which a socket in the data directory can be bound and reached: a socket's path may not be longer than
 * `maxBytes`. A long path is shortened by a link to the data directory in a private directory of this user. */
export function shortPathTo(directory: string, fileName: string, maxBytes: number): string {
  const direct = join(directory, fileName);
  if (Buffer.byteLength(direct) <= maxBytes) return direct;
  const linked = join(linkTo(directory), fileName);
  if (Buffer.byteLength(linked) <= maxBytes) return linked;
  throw new EmbeddedDatabaseError('unusable', `The path ${directory} is too long. Choose a shorter data directory.`);
}

function linkTo(directory: string): string {
  const hash = createHash('sha256').update(directory).digest('hex').slice(0, 16);
  const holder = join(tmpdir(), `countersign-${hash}`);
  try {
    mkdirSync(holder, { recursive: true, mode: 0o700 });
    const { mode, uid } = lstatSync(holder);
    if ((mode & 0o777) !== 0o700 || uid !== process.getuid?.()) throw new Error(`${holder} belongs to somebody else`);
    const link = join(holder, 'data');
    const present = lstatSync(link, { throwIfNoEntry: false });
    if (present && readlinkSync(link) !== directory) rmSync(link);
    if (!lstatSync(link, { throwIfNoEntry: false })) symlinkSync(directory, link);
    return link;
  } catch (error) {
    throw unusable(directory, error);
  }
}

/** The error that names the directory, the reason and what to do. */
export function unusable(directory: string, error: unknown): EmbeddedDatabaseError {
  if (error instanceof EmbeddedDatabaseError) return error;
  const reason = error instanceof Error ? error.message : String(error);
  return new EmbeddedDatabaseError(
    'unusable',
    `The data directory ${directory} cannot be used: ${reason}. Give the user that runs the tool a directory of its own.`,
    { cause: error },
  );
}
