import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { safeOrigin } from '../../extension/tool-address.ts';
import { version } from '../../package.json';
import { filesFor, type PackOptions } from './files.ts';
import { zipOf } from './zip.ts';

const dist = path.resolve(__dirname, '../../dist/extension');

/** A flag that was not understood; the message says what would be. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

/** `--tool=https://...`, as often as there are tools. @throws UsageError */
export function readOptions(words: readonly string[]): PackOptions {
  const tools = words.map((word) => {
    const address = /^--tool=(.+)$/.exec(word)?.[1];
    const origin = address === undefined ? null : safeOrigin(address);
    if (origin === null)
      throw new UsageError(`${word} was not understood. Give tools as --tool=https://countersign.college.example`);
    return origin;
  });
  return { version, tools };
}

/** Writes dist/extension/chrome and /firefox, and a zip of each for the stores. Returns the names of the zips. */
export async function packExtension(options: PackOptions, directory = dist): Promise<string[]> {
  rmSync(directory, { recursive: true, force: true });
  const zips: string[] = [];
  for (const target of ['chrome', 'firefox'] as const) {
    const files = await filesFor(target, options);
    for (const [name, bytes] of files) {
      const file = path.join(directory, target, name);
      mkdirSync(path.dirname(file), { recursive: true });
      writeFileSync(file, bytes);
    }
    const zip = `countersign-${target}-${options.version}.zip`;
    writeFileSync(path.join(directory, zip), zipOf(files));
    zips.push(zip);
  }
  return zips;
}

async function main(): Promise<void> {
  const options = readOptions(process.argv.slice(2));
  const zips = await packExtension(options);
  console.log(zips.map((zip) => path.join('dist/extension', zip)).join('\n'));
  for (const [name, bytes] of await filesFor('chrome', options))
    if (name.endsWith('.js'))
      console.log(`${name.padEnd(16)} ${(brotliCompressSync(bytes).length / 1024).toFixed(1)} KB brotli`);
}

if (require.main === module)
  main().catch((error: unknown) => {
    console.error(error instanceof UsageError ? error.message : error);
    process.exit(1);
  });
