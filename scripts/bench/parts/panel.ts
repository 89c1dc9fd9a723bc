import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { readPanelAssets } from '../../../lti-tool/panel-assets.ts';
import { brotliKilobytes } from '../brotli.ts';
import { type BuiltScript, type BuiltScripts, closureOf, scriptOf } from '../first-screen.ts';
import type { Part } from '../part.ts';

const directory = path.resolve(__dirname, '../../../dist/panel');

/** What each role's first screen needs beyond the entry: the sources that are loaded when the role is known. */
const firstScreens = [
  { role: 'learner', sources: ['learner/LearnerApp.tsx'] },
  { role: 'assessor, trainee assessor', sources: ['assessor/StaffApp.tsx', 'assessor/caseload/Caseload.tsx'] },
  { role: 'IQA, EQA, manager', sources: ['assessor/StaffApp.tsx', 'matrix/MatrixPage.tsx'] },
];

function readScripts(): BuiltScripts {
  const names = readdirSync(directory).filter((name) => name.endsWith('.js'));
  return new Map(
    names.map((name): [string, BuiltScript] => {
      const map: { sources: string[] } = JSON.parse(readFileSync(path.join(directory, `${name}.map`), 'utf8'));
      return [name, { code: readFileSync(path.join(directory, name), 'utf8'), sources: map.sources }];
    }),
  );
}

/** What a role's screens share is in files of their own, each compressed by itself. */
const why =
  'A fifth is the one style sheet of all screens; the code is split at the screens’ borders into files that each are compressed alone, which costs several KB, and the matrix comes whole';

export const panel: Part = {
  title:
    'What a browser loads before the first screen of a role: JavaScript and CSS of the build, each file with brotli',
  async run() {
    const assets = readPanelAssets(directory);
    const scripts = readScripts();
    const style = readFileSync(path.join(directory, path.basename(assets.style)));
    const weightOf = (name: string) => brotliKilobytes(scripts.get(name)?.code ?? '', 11);
    return firstScreens.map(({ role, sources }) => {
      const entries = [path.basename(assets.script), ...sources.map((source) => scriptOf(scripts, source))];
      const needed = closureOf(scripts, entries).map((name) => ({ name, weight: weightOf(name) }));
      needed.sort((a, b) => b.weight - a.weight);
      const css = brotliKilobytes(style, 11);
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
