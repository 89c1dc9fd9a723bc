import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import { textsIn } from './texts-in.ts';

/** The folders of the panel whose words all stand in the catalogue, so that a translation is one file. */
const moved = ['app', 'assessor', 'learner', 'parts'];

const panel = join(__dirname, '../../../../lti-tool/panel');

describe('the catalogue of texts', () => {
  for (const folder of moved)
    it(`has every text of ${folder}`, () => {
      const files = readdirSync(join(panel, folder), { recursive: true, encoding: 'utf8' });
      const components = files.filter((file) => file.endsWith('.tsx')).sort();
      const found = components.flatMap((file) => {
        const path = join(folder, file);
        return textsIn(path, readFileSync(join(panel, path), 'utf8'));
      });
      expect(components).not.to.be.empty;
      expect(found, 'put these into lti-tool/panel/texts/english.ts').to.deep.equal([]);
    });
});

describe('finding texts in a component', () => {
  const found = (jsx: string) => textsIn('One.tsx', `const one =\n  ${jsx};`);

  for (const [what, jsx, text] of [
    ['between tags', '<p> Add evidence </p>', 'Add evidence'],
    ['with letters of any script', '<p>Größe</p>', 'Größe'],
    ['in braces', "<p>{'Saved'}</p>", 'Saved'],
    ['chosen by a condition', "<p>{ok ? words.ok : 'Not saved'}</p>", 'Not saved'],
    ['shown on a condition', "<p>{ok && (some ?? 'Saved')}</p>", 'Saved'],
    ['around a value', '<p>{`$' + '{count} ticked`}</p>', 'ticked'],
    ['joined to a value', "<p>{count + ' ticked'}</p>", 'ticked'],
    ['in aria-label', '<p aria-label="Feedback" />', 'Feedback'],
    ['in a title', "<Trouble title={ok ? words.ok : 'Not sent.'} />", 'Not sent.'],
    ['in a placeholder', '<input placeholder="https://" />', 'https://'],
    ['in a label inside an object', "<Trouble action={{ label: 'Try now', run }} />", 'Try now'],
  ] as const)
    it(`sees a text ${what}`, () => expect(found(jsx)).to.deep.equal([`One.tsx:2: ${text}`]));

  for (const [what, jsx] of [
    ['signs and numbers', '<p>· 5 “{title}” %</p>'],
    ['what stands on a key', '<kbd>j</kbd>'],
    ['the catalogue', '<p title={words.title}>{words.count(3)}</p>'],
    ['names that are not shown', `<p class="quiet" href={hrefTo('evidence')}>{kind === 'unit' && title}</p>`],
  ] as const)
    it(`leaves ${what} alone`, () => expect(found(jsx)).to.deep.equal([]));
});
