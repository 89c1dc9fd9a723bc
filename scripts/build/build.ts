import { mkdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { type BuildOptions, build, type Metafile } from 'esbuild';

const root = path.resolve(__dirname, '../..');
const dist = path.join(root, 'dist');
const shared: BuildOptions = {
  bundle: true,
  absWorkingDir: root,
  logLevel: 'warning',
  sourcemap: true,
  metafile: true,
};

/** The server and the publisher, a file each; packages stay outside, since ltijs and lmdb bring files of their own. */
export const buildServer = () =>
  build({
    ...shared,
    entryPoints: { server: 'lti-tool/main.ts', publisher: 'lti-tool/publisher-main.ts' },
    outdir: 'dist/server',
    platform: 'node',
    target: 'node20',
    format: 'cjs',
    packages: 'external',
  });

/** The panel, split by role; every file's name carries its content's hash, so that it can be cached for ever. */
export async function buildPanel(): Promise<void> {
  await rm(path.join(dist, 'panel'), { recursive: true, force: true });
  const { metafile } = await build({
    ...shared,
    metafile: true,
    entryPoints: { panel: 'lti-tool/panel/main.tsx', style: 'lti-tool/panel/styles/panel.css' },
    outdir: 'dist/panel',
    entryNames: '[name]-[hash]',
    chunkNames: 'chunk-[hash]',
    format: 'esm',
    target: ['chrome120', 'firefox128', 'safari17'],
    splitting: true,
    minify: true,
    jsx: 'automatic',
    jsxImportSource: 'preact',
    legalComments: 'none',
  });
  await mkdir(path.join(dist, 'panel'), { recursive: true });
  await writeFile(path.join(dist, 'panel/manifest.json'), JSON.stringify(manifestOf(metafile), null, 2));
}

const served = (output: string): string => `/panel/${path.basename(output)}`;

/** The files the launch page names: the entries, and what the script needs at once. */
function manifestOf({ outputs }: Metafile) {
  const entry = (source: string) => {
    const output = Object.entries(outputs).find(([, { entryPoint }]) => entryPoint === source);
    if (!output) throw new Error(`The build has no output for ${source}.`);
    return output;
  };
  const [script, { imports }] = entry('lti-tool/panel/main.tsx');
  const [style] = entry('lti-tool/panel/styles/panel.css');
  const preload = imports.filter(({ kind }) => kind === 'import-statement').map((one) => served(one.path));
  return { script: served(script), style: served(style), preload };
}

if (require.main === module) {
  Promise.all([buildServer(), buildPanel()]).catch((error: unknown) => {
    console.error(error);
    process.exit(1);
  });
}
