import { zipSync } from 'fflate';
import type { Files } from './files.ts';

/** The first moment that a zip can tell. One for all, so that the same files make the same bytes. */
const then = new Date(1980, 0, 1);

/** A zip of the files, in their order. */
export const zipOf = (files: Files): Uint8Array =>
  zipSync(Object.fromEntries([...files].map(([name, bytes]) => [name, [bytes, { mtime: then, level: 9, os: 3 }]])));
