import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect } from 'chai';

const root = path.join(__dirname, '../../..');
const sheets = ['lti-tool/panel/styles', 'shared/styles', 'extension'].flatMap((folder) =>
  readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.css'))
    .map((file) => path.join(folder, file)),
);

/** Declarations that name a side of the window instead of the start or end of a line. */
const physical =
  /^\s*(?:(?:(?:margin|padding|border|scroll-margin|scroll-padding)-)?(?:left|right)(?:-\w+)?:|border-(?:top|bottom)-(?:left|right)-radius:|(?:text-align|float|clear):\s*(?:left|right)|(?:margin|padding):(?:\s+[\w.%()*+-]+){4};|box-shadow:\s*inset\s+-?[1-9]\d*px)/;

describe('the stylesheets', () => {
  it('are found', () => expect(sheets).to.have.length.above(20));
  for (const sheet of sheets)
    it(`${sheet} names the start and the end of a line, never left and right`, () => {
      const lines = readFileSync(path.join(root, sheet), 'utf8').split('\n');
      expect(lines.filter((line) => physical.test(line))).to.deep.equal([]);
    });
  it('would be refused with a physical side', () => {
    for (const line of [
      'left: 0;',
      '  padding-right: 4px;',
      'text-align: left;',
      '  margin: 0 1px 0 2px;',
      'border-left: 0;',
    ])
      expect(line).to.match(physical);
    for (const line of ['inset-inline-start: 0;', 'margin: 0 1px;', 'border-block-start: 0;'])
      expect(line).not.to.match(physical);
  });
});
