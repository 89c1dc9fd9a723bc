import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Metafile, Plugin } from 'esbuild';

/** Sources that are loaded later, each with the one that asks for it; with the first of all where several do. */
export function askersOf({ inputs }: Metafile, first: string): ReadonlyMap<string, string> {
  const askers = new Map<string, string>();
  for (const [source, { imports }] of Object.entries(inputs))
    for (const { kind, path: later } of imports)
      if (kind === 'dynamic-import') askers.set(later, askers.has(later) ? first : source);
  return askers;
}

/**
 * Lets every source that is loaded later import the one that asks for it. That one is there already, so this loads nothing;
 * but esbuild cuts shared code by who imports it, and without this cuts it into dozens of small files.
 * @param root what the sources' names are relative to
 */
export const importAskers = (askers: ReadonlyMap<string, string>, root: string): Plugin => ({
  name: 'import-askers',
  setup({ onLoad }) {
    onLoad({ filter: /\.tsx?$/ }, async ({ path: file }) => {
      const asker = askers.get(path.relative(root, file));
      if (asker === undefined) return undefined;
      const text = await readFile(file, 'utf8');
      // At the end: the lines keep their numbers.
      const contents = `${text}\nimport ${JSON.stringify(path.join(root, asker))};\n`;
      return { contents, loader: file.endsWith('x') ? 'tsx' : 'ts' };
    });
  },
});
