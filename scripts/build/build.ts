import { rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { type BuildOptions, build, type Metafile } from 'esbuild';
import { sheetNames } from '../../lti-tool/panel/app/sheet-names.ts';
import { askersOf, importAskers } from './import-askers.ts';

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

const script = 'lti-tool/panel/main.tsx';
const style = 'lti-tool/panel/styles/panel.css';
const sheetOf = (name: string): string => `lti-tool/panel/styles/sheets/${name}.css`;

/** Every file's name carries its content's hash, so that it can be cached for ever. */
const panel: BuildOptions = {
  ...shared,
  outdir: 'dist/panel',
  entryNames: '[name]-[hash]',
  chunkNames: 'chunk-[hash]',
  target: ['chrome120', 'firefox128', 'safari17'],
  minify: true,
  legalComments: 'none',
};
const scripts: BuildOptions = {
  ...panel,
  entryPoints: { panel: script },
  format: 'esm',
  splitting: true,
  jsx: 'automatic',
  jsxImportSource: 'preact',
};

/** The panel, split by role and screen. The scripts know where the style sheets of the areas are. */
export async function buildPanel(): Promise<void> {
  await rm(path.join(dist, 'panel'), { recursive: true, force: true });
  const styles = await build({ ...panel, metafile: true, entryPoints: [style, ...sheetNames.map(sheetOf)] });
  const sheets = Object.fromEntries(
    sheetNames.map((name) => [name, served(outputOf(styles.metafile, sheetOf(name))[0])]),
  );
  const known = await build({ ...scripts, metafile: true, write: false });
  const { metafile } = await build({
    ...scripts,
    metafile: true,
    define: { sheetAddresses: JSON.stringify(sheets) },
    plugins: [importAskers(askersOf(known.metafile, script), root)],
  });
  const [address, { imports }] = outputOf(metafile, script);
  /** The files the launch page names, the entries and what the script needs at once; and the areas' sheets. */
  const manifest = {
    script: served(address),
    style: served(outputOf(styles.metafile, style)[0]),
    preload: imports.filter(({ kind }) => kind === 'import-statement').map((one) => served(one.path)),
    sheets,
  };
  await writeFile(path.join(dist, 'panel/manifest.json'), JSON.stringify(manifest, null, 2));
}

const served = (output: string): string => `/panel/${path.basename(output)}`;

function outputOf({ outputs }: Metafile, source: string) {
  const output = Object.entries(outputs).find(([, { entryPoint }]) => entryPoint === source);
  if (!output) throw new Error(`The build has no output for ${source}.`);
  return output;
}

if (require.main === module) {
  Promise.all([buildServer(), buildPanel()]).catch((error: unknown) => {
    console.error(error);
    process.exit(1);
  });
}
