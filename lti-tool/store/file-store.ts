import { createHash, randomUUID } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { access, mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { fileTypeFromBuffer } from 'file-type';
import { type FileStore, FileTooLarge } from '../use-cases/file-ports.ts';

const sniffedBytes = 4_100;
const digest = /^[0-9a-f]{64}$/;

/** Text where there is no signature and no control character in the first bytes; else unknown. */
function textOrBytes(head: Uint8Array): string {
  const binary = head.some((byte) => byte === 0 || (byte < 32 && ![9, 10, 12, 13, 27].includes(byte)));
  return head.length > 0 && !binary ? 'text/plain' : 'application/octet-stream';
}

/**
 * Files in a directory, each under the SHA-256 of its bytes: the same file twice is kept once.
 * @param limit largest file, in bytes
 */
export function createFileStore(directory: string, limit: number): FileStore {
  const incomingDirectory = path.join(directory, 'incoming');
  const partPlace = (part: string) => path.join(incomingDirectory, `${path.basename(part)}.part`);
  const placeOf = (sha256: string) => path.join(directory, sha256.slice(0, 2), sha256);
  return {
    limit,
    async save(bytes) {
      await mkdir(incomingDirectory, { recursive: true, mode: 0o700 });
      const incoming = path.join(incomingDirectory, randomUUID());
      const hash = createHash('sha256');
      let size = 0;
      let head = Buffer.alloc(0);
      const measure = new Transform({
        transform(chunk: Buffer, _encoding, done) {
          size += chunk.length;
          hash.update(chunk);
          if (head.length < sniffedBytes) head = Buffer.concat([head, chunk]).subarray(0, sniffedBytes);
          done(size > limit ? new FileTooLarge(`A file can have up to ${limit} bytes.`) : null, chunk);
        },
      });
      try {
        await pipeline(bytes, measure, createWriteStream(incoming, { mode: 0o600 }));
        await synced(incoming);
        const sha256 = hash.digest('hex');
        await mkdir(path.dirname(placeOf(sha256)), { recursive: true, mode: 0o700 });
        await rename(incoming, placeOf(sha256));
        const mediaType = (await fileTypeFromBuffer(head))?.mime ?? textOrBytes(head);
        return { sha256, size, mediaType };
      } catch (error) {
        await rm(incoming, { force: true });
        throw error;
      }
    },
    async savePart(bytes, most) {
      await mkdir(incomingDirectory, { recursive: true, mode: 0o700 });
      const part = randomUUID();
      let size = 0;
      const measure = new Transform({
        transform(chunk: Buffer, _encoding, done) {
          size += chunk.length;
          done(size > most ? new FileTooLarge(`A part can have up to ${most} bytes.`) : null, chunk);
        },
      });
      try {
        await pipeline(bytes, measure, createWriteStream(partPlace(part), { mode: 0o600 }));
        await synced(partPlace(part));
        return { part, size };
      } catch (error) {
        await rm(partPlace(part), { force: true });
        throw error;
      }
    },
    async *openParts(parts) {
      for (const part of parts) yield* createReadStream(partPlace(part));
    },
    async removeParts(parts) {
      for (const part of parts) await rm(partPlace(part), { force: true });
    },
    async sweepParts(before) {
      const names = await readdir(incomingDirectory).catch(() => []);
      for (const name of names) {
        const place = path.join(incomingDirectory, name);
        const touched = await stat(place).catch(() => null);
        if (touched && touched.mtimeMs < before) await rm(place, { force: true });
      }
    },
    async open(sha256) {
      if (!digest.test(sha256)) return null;
      const place = placeOf(sha256);
      return access(place).then(
        () => createReadStream(place),
        () => null,
      );
    },
    async remove(sha256) {
      if (digest.test(sha256)) await rm(placeOf(sha256), { force: true });
    },
  };
}

async function synced(file: string): Promise<void> {
  const handle = await open(file, 'r+');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
