import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Manner } from './manner.ts';
import { type World, worldSchema } from './world.ts';

/** Keeps the world in a JSON file, or nowhere when there is no path. */
interface WorldFile {
  /** The saved world, or null on the first start. @throws Error when the file is not ours. */
  read(): World | null;
  /** Writes a temporary file and renames it over the old one, so that a crash leaves one or the other. */
  write(world: World): void;
}

export function openWorldFile(path: string | undefined, manner: Manner): WorldFile {
  if (path === undefined) return { read: () => null, write: () => undefined };
  return {
    read() {
      if (!existsSync(path)) return null;
      const saved = worldSchema.safeParse(parseJson(readFileSync(path, 'utf8')));
      if (!saved.success) throw new Error(`${path} is not a demo LMS state file; move it away to start afresh.`);
      if (saved.data.manner !== manner) {
        throw new Error(`${path} was made in the ${saved.data.manner} manner; give another path for ${manner}.`);
      }
      return saved.data;
    },
    write(world) {
      mkdirSync(dirname(path), { recursive: true });
      const temporary = `${path}.${process.pid}.tmp`;
      writeFileSync(temporary, JSON.stringify(world, null, 1), { mode: 0o600 });
      renameSync(temporary, path);
    },
  };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
