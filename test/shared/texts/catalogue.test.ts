import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import { sentencesIn } from './sentences-in.ts';
import { textsIn } from './texts-in.ts';

const panel = join(__dirname, '../../../lti-tool/panel');

describe('the catalogue of texts', () => {
  for (const folder of readdirSync(panel, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && entry.name !== 'styles')
    .map((entry) => entry.name))
    it(`has every text of the panel's ${folder}`, () => {
      const files = readdirSync(join(panel, folder), { recursive: true, encoding: 'utf8' });
      const code = files.filter((file) => /\.tsx?$/.test(file)).sort();
      const found = code.flatMap((file) => {
        const path = join(folder, file);
        const source = readFileSync(join(panel, path), 'utf8');
        return [...(file.endsWith('.tsx') ? textsIn(path, source) : []), ...sentencesIn(path, source)];
      });
      expect(code).not.to.be.empty;
      expect(found, 'put these into shared/texts/english').to.deep.equal([]);
    });
});

describe('the catalogue of texts, for what is read from files', () => {
  const folder = join(__dirname, '../../../shared/specification');
  for (const file of ['case-draft.ts', 'csv-draft.ts', 'read-specification.ts'])
    it(`has every text of ${file}`, () =>
      expect(sentencesIn(file, readFileSync(join(folder, file), 'utf8'))).to.deep.equal([]));
});

describe('finding sentences in code', () => {
  const found = (code: string) => sentencesIn('one.ts', code);
  it('sees words in a row, whole or around values, wherever they stand', () => {
    expect(found("const said = 'Not saved yet';")).to.deep.equal(['one.ts:1: Not saved yet']);
    expect(found(`say(\`\${count} ticks are kept\`);`)).to.deep.equal(['one.ts:1: ticks are kept']);
    expect(found("const head = ['Assessor', 'Plan'];")).to.deep.equal(['one.ts:1: Assessor', 'one.ts:1: Plan']);
  });
  it('leaves names of classes, keys, files and errors alone', () => {
    const code =
      "const one = <p class=\"button primary\" />; import('./Review.tsx'); if (key === 'Enter') throw new Error('It is so');";
    expect(found(code)).to.deep.equal([]);
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
