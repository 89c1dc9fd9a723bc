import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import type { SheetName } from '../../../lti-tool/panel/app/sheet-names.ts';
import { brotliKilobytes } from '../brotli.ts';
import { type BuiltScript, type BuiltScripts, closureOf, scriptOf } from '../first-screen.ts';
import type { Part } from '../part.ts';

const directory = path.resolve(__dirname, '../../../dist/panel');

type FirstScreen = {
  readonly role: string;
  readonly sources: readonly string[];
  readonly sheets: readonly SheetName[];
};
/** What each role's first screen needs beyond the entry: what is loaded when the role is known. */
const firstScreens: readonly FirstScreen[] = [
  { role: 'learner', sources: ['learner/LearnerApp.tsx'], sheets: ['learner'] },
  {
    role: 'assessor, trainee assessor',
    sources: ['assessor/StaffApp.tsx', 'assessor/caseload/Caseload.tsx'],
    sheets: [],
  },
  { role: 'IQA, EQA, manager', sources: ['assessor/StaffApp.tsx', 'matrix/MatrixPage.tsx'], sheets: ['matrix'] },
];

/** What the build says of itself. */
const manifestSchema = z.object({ script: z.string(), style: z.string(), sheets: z.record(z.string(), z.string()) });

function readScripts(): BuiltScripts {
  const names = readdirSync(directory).filter((name) => name.endsWith('.js'));
  return new Map(
    names.map((name): [string, BuiltScript] => {
      const map: { sources: string[] } = JSON.parse(readFileSync(path.join(directory, `${name}.map`), 'utf8'));
      return [name, { code: readFileSync(path.join(directory, name), 'utf8'), sources: map.sources }];
    }),
  );
}

const why =
  'the largest script is what every role needs: Preact with signals, the API client and the words; each file is compressed alone';

export const panel: Part = {
  title:
    'What a browser loads before the first screen of a role: JavaScript and CSS of the build, each file with brotli',
  async run() {
    const manifest = manifestSchema.parse(JSON.parse(readFileSync(path.join(directory, 'manifest.json'), 'utf8')));
    const scripts = readScripts();
    const cssWeight = (address: string) =>
      brotliKilobytes(readFileSync(path.join(directory, path.basename(address))), 11);
    const weightOf = (name: string) => brotliKilobytes(scripts.get(name)?.code ?? '', 11);
    return firstScreens.map(({ role, sources, sheets }) => {
      const entries = [path.basename(manifest.script), ...sources.map((source) => scriptOf(scripts, source))];
      const needed = closureOf(scripts, entries).map((name) => ({ name, weight: weightOf(name) }));
      needed.sort((a, b) => b.weight - a.weight);
      const css = [manifest.style, ...sheets.map((name) => manifest.sheets[name] ?? '')]
        .map(cssWeight)
        .reduce((sum, weight) => sum + weight);
      const measured = needed.reduce((sum, { weight }) => sum + weight, css);
      const largest = needed.slice(0, 3).map(({ name, weight }) => `${name} ${weight.toFixed(1)}`);
      const note = `CSS ${css.toFixed(1)}, ${needed.length} scripts`;
      const aim = 40;
      return {
        what: role,
        measured,
        unit: 'KB',
        aim,
        why,
        note: measured > aim ? `${note}; ${largest.join(', ')}` : note,
      };
    });
  },
};
