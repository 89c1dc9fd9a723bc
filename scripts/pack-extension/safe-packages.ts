import { readFileSync } from 'node:fs';
import type { Plugin } from 'esbuild';

type Edit = { readonly file: RegExp; readonly from: string; readonly to: string };

/** What packages can do that an extension must not even contain: markup from text, and code from text. */
const edits: readonly Edit[] = [
  { file: /preact[\\/]dist[\\/]preact\.mjs$/, from: 't.innerHTML=h.__html', to: 't.textContent=h.__html' },
  { file: /zod[\\/]v4[\\/]core[\\/]doc\.js$/, from: 'const F = Function;', to: 'const F = undefined;' },
  { file: /zod[\\/]v4[\\/]core[\\/]util\.js$/, from: 'new F("");\n        return true;', to: 'return false;' },
];

/**
 * Takes `innerHTML` and `Function` out of packages, and zod's messages in some forty languages, of which none is ever
 * shown here. An edit that finds nothing fails the build: the package has changed, so look again.
 */
export const safePackages: Plugin = {
  name: 'safe-packages',
  setup({ onLoad, onResolve }) {
    onResolve({ filter: /locales\/index\.js$/ }, () => ({ path: require.resolve('zod/v4/locales/en.js') }));
    for (const { file, from, to } of edits)
      onLoad({ filter: file }, ({ path }) => {
        const source = readFileSync(path, 'utf8');
        if (!source.includes(from)) throw new Error(`${path} does not contain ${from} any more.`);
        return { contents: source.replace(from, to), loader: 'js' };
      });
  },
};
