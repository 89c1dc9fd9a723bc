import { readFileSync } from 'node:fs';
import path from 'node:path';
import { build, transform } from 'esbuild';
import { iconSizes, managedSchema, manifestFor, type Target } from '../../extension/manifest.ts';
import { language } from '../../shared/texts/language.ts';
import { safePackages } from './safe-packages.ts';

const root = path.resolve(__dirname, '../..');
const shared = path.join(root, 'shared/styles');
const styles = path.join(root, 'lti-tool/panel/styles');
const read = (...parts: string[]): string => readFileSync(path.join(...parts), 'utf8');

export type PackOptions = {
  readonly version: string;
  /** Addresses of the institution's tools, offered when the extension is connected. */
  readonly tools: readonly string[];
};
/** A file of the packed extension by its path. */
export type Files = ReadonlyMap<string, Uint8Array>;

const targets = { chrome: 'chrome120', firefox: 'firefox140' } as const;
const entries = {
  background: 'extension/background/main.ts',
  popup: 'extension/popup/main.tsx',
  prompt: 'extension/prompt/main.tsx',
  options: 'extension/options/main.tsx',
  'lms-page': 'extension/content/lms-page.ts',
  'tool-frame': 'extension/content/tool-frame.ts',
};
const pages = { popup: 'Countersign', prompt: 'Accept all - Countersign', options: 'Countersign extension' } as const;

const minified = async (css: string): Promise<string> => (await transform(css, { loader: 'css', minify: true })).code;

/** The panel has the same tokens and drawings, so that panel and extension cannot come to look different. */
const sharedStyle = (): string => read(shared, 'tokens.css') + read(shared, 'drawings.css');
const overlayStyle = (): Promise<string> =>
  minified(sharedStyle().replaceAll(':root', ':host') + read(root, 'extension/content/overlay.css'));
const pageStyle = (): Promise<string> =>
  minified(
    sharedStyle() +
      ['base.css', 'controls.css', 'floating.css'].map((name) => read(styles, name)).join('\n') +
      read(root, 'extension/parts/pages.css'),
  );

const pageOf = (name: keyof typeof pages): string => `<!doctype html>
<html lang="${language.tag}" dir="${language.direction}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${pages[name]}</title>
<link rel="stylesheet" href="pages.css">
</head>
<body class="${name}-page">
<div id="app"></div>
<script src="${name}.js"></script>
</body>
</html>
`;

/** Everything that the extension is made of for one family of browsers. Scripts are whole: nothing is loaded later. */
export async function filesFor(target: Target, { version, tools }: PackOptions): Promise<Files> {
  const { outputFiles } = await build({
    absWorkingDir: root,
    entryPoints: entries,
    outdir: 'out',
    bundle: true,
    write: false,
    minify: true,
    format: 'iife',
    target: targets[target],
    jsx: 'automatic',
    jsxImportSource: 'preact',
    legalComments: 'none',
    logLevel: 'warning',
    plugins: [safePackages],
    define: { BUILT_IN_TOOLS: JSON.stringify(tools), OVERLAY_STYLE: JSON.stringify(await overlayStyle()) },
  });
  const text = (content: string) => new TextEncoder().encode(content);
  const names = Object.keys(pages) as Array<keyof typeof pages>;
  const all: Array<readonly [string, Uint8Array]> = [
    ['manifest.json', text(`${JSON.stringify(manifestFor(target, { version }), null, 2)}\n`)],
    ...(target === 'chrome' ? [['managed-schema.json', text(JSON.stringify(managedSchema))] as const] : []),
    ['pages.css', text(await pageStyle())],
    ...names.map((name) => [`${name}.html`, text(pageOf(name))] as const),
    ...outputFiles.map(({ path: file, contents }) => [path.basename(file), contents] as const),
    ...iconSizes.map(
      (size) => [`icons/${size}.png`, readFileSync(path.join(root, `extension/icons/${size}.png`))] as const,
    ),
  ];
  return new Map(all.sort(([a], [b]) => (a < b ? -1 : 1)));
}
