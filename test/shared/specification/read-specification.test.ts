import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect } from 'chai';
import fc from 'fast-check';
import { csvTemplate } from '../../../shared/specification/csv-template.ts';
import { readSpecification } from '../../../shared/specification/read-specification.ts';

const details = {
  number: '601/3562/1',
  title: 'Diploma in Customer Service',
  level: '2',
  awardingOrganisation: 'Northfield Awards',
  version: '1',
};
const headings =
  'unit_ref,unit_title,unit_mandatory,unit_credit,outcome_ref,outcome_title,criterion_ref,criterion_text';
const csv = (...rows: readonly string[]): string => [headings, ...rows].join('\r\n');
const faultsOf = (text: string, given: Record<string, string> = details): string[] =>
  readSpecification(text, given).faults.map(({ place, message }) => `${place}: ${message}`);

describe('a specification as CSV', () => {
  it('is a row a criterion, gathered into units and outcomes', () => {
    const text = csv(
      '201,Deliver service,yes,5,1,Understand service,1.1,"Say ""hello"", then listen"',
      '201,,,,1,,1.2,Explain why',
      '201,,,,2,Be able to serve,2.1,"Over\ntwo lines"',
      '202,Work with others,no,,1,Understand,1.1,Name a colleague',
    );
    const { specification, units, faults, format } = readSpecification(text, details);
    expect(faults).to.deep.equal([]);
    expect(format).to.equal('csv');
    expect(units).to.deep.equal([
      { ref: '201', title: 'Deliver service', mandatory: true, outcomes: 2, criteria: 3 },
      { ref: '202', title: 'Work with others', mandatory: false, outcomes: 1, criteria: 1 },
    ]);
    expect(specification).to.include({ number: '601/3562/1', level: 2 });
    expect(specification?.units[0]?.outcomes[0]?.criteria[0]).to.deep.equal({
      id: '201/1.1',
      ref: '1.1',
      text: 'Say "hello", then listen',
    });
  });

  it('may name the qualification itself, come with a byte order mark, semicolons and outcomes by number', () => {
    const text =
      '\ufeffQualification Number;Qualification title;Level;Awarding organisation;Version;Unit ref;Unit title;Criterion ref;Criterion text;Notes\n' +
      '601/1;Diploma, new;3;Awards;2;201;Unit;1.1;First, of all;x\n;;;;;201;;2.1;Second;\n\n';
    const { specification, faults, details: found } = readSpecification(text);
    expect(faults).to.deep.equal([]);
    expect(found).to.deep.equal({
      ...{ number: '601/1', title: 'Diploma, new', level: '3', awardingOrganisation: 'Awards', version: '2' },
    });
    expect(specification?.units[0]?.outcomes.map(({ ref, title }) => [ref, title])).to.deep.equal([
      ['1', 'Outcome 1'],
      ['2', 'Outcome 2'],
    ]);
  });

  it('has a template that can be imported', () => {
    expect(readSpecification(csvTemplate).faults).to.deep.equal([]);
  });

  const rows: ReadonlyArray<readonly [string, string, RegExp]> = [
    [
      'a column that is missing',
      'unit_ref,unit_title,criterion_ref\n201,a,1.1',
      /^Row 1: The column criterion_text is missing/,
    ],
    ['an empty file', ' ', /^Row 1: The column unit_ref is missing/],
    ['headings alone', csv(), /^File: There are no rows/],
    ['a quote without an end', csv('201,"Unit'), /^File: /],
    [
      'a criterion that is there twice',
      csv('201,U,,,1,O,1.1,a', '201,U,,,2,P,1.1,b'),
      /^Row 3: Criterion 1.1 of unit 201 is in row 2/,
    ],
    [
      'a criterion without words',
      csv('201,U,,,1,O,1.1,a', '201,U,,,1,O,1.2,'),
      /^Row 3: The text of the criterion is missing/,
    ],
    ['a criterion without a ref', csv('201,U,,,1,O,,a'), /^Row 2: The ref /],
    ['a ref that is no ref', csv('201,U,,,1,O,1/1,a'), /^Row 2: The ref can have only letters/],
    ['a unit without a title', csv('201,,,,1,O,1.1,a'), /^Row 2: The title is missing/],
    ['a unit of two names', csv('201,U,,,1,O,1.1,a', '201,V,,,1,O,1.2,b'), /^Row 3: Unit 201 is called “U” in row 2/],
    ['a credit that is no number', csv('201,U,,many,1,O,1.1,a'), /^Row 2: The credit must be a whole number/],
    [
      'an answer that is neither yes nor no',
      csv('201,U,perhaps,,1,O,1.1,a'),
      /^Row 2: unit_mandatory must be yes or no/,
    ],
    [
      'a text of 2,001 characters',
      csv(`201,U,,,1,O,1.1,${'a'.repeat(2_001)}`),
      /^Row 2: The text of the criterion can have up to/,
    ],
  ];
  for (const [what, text, fault] of rows) {
    it(`is refused with its row: ${what}`, () => {
      const found = readSpecification(text, details);
      expect(found.specification).to.equal(null);
      expect(faultsOf(text).join('\n')).to.match(new RegExp(fault.source, 'm'));
    });
  }

  it('counts rows as a spreadsheet does, over cells of several lines and empty rows', () => {
    expect(faultsOf(csv('201,U,,,1,O,1.1,"a\nb\nc"', '', '201,U,,,1,O,1.2,'))[0]).to.match(/^Row 4:/);
  });

  it('asks for what neither the file nor anybody said', () => {
    const faults = faultsOf(csv('201,U,,,1,O,1.1,a'), {});
    expect(faults.filter((fault) => fault.startsWith('Details: '))).to.have.length(5);
    expect(faultsOf(csv('201,U,,,1,O,1.1,a'), { ...details, level: 'two' })).to.have.length(1);
  });

  it('never fails otherwise than by faults, whatever is in it', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 200 }), fc.boolean(), (text, headed) => {
        const { specification, faults } = readSpecification(headed ? csv(text) : text, details);
        expect(specification === null).to.equal(faults.length > 0);
      }),
    );
  });
});

describe('a specification as a CASE package', () => {
  const node = (identifier: string) => ({ identifier, uri: `https://case.example/${identifier}`, title: identifier });
  const item = (identifier: string, fullStatement: string, humanCodingScheme?: string, CFItemType?: string) => ({
    ...{ identifier, fullStatement, uri: `https://case.example/${identifier}` },
    ...(humanCodingScheme ? { humanCodingScheme } : {}),
    ...(CFItemType ? { CFItemType } : {}),
  });
  const child = (of: string, parent: string, sequenceNumber: number) => ({
    ...{ associationType: 'isChildOf', sequenceNumber },
    ...{ originNodeURI: node(of), destinationNodeURI: node(parent) },
  });
  const casePackage = {
    CFDocument: {
      ...{ identifier: 'doc', title: 'Diploma in Customer Service', creator: 'Northfield Awards', version: '3' },
      educationLevel: ['Level 2'],
    },
    CFItems: [
      item('c2', 'Explain why', '1.2'),
      item('c1', 'Describe service', '1.1'),
      item('u1', 'Deliver service', '201'),
      item('o1', 'Understand service', '1'),
      item('u2', 'Work with others', '202', 'Optional unit'),
      item('c3', 'Name a colleague'),
    ],
    CFAssociations: [
      child('u2', 'doc', 2),
      child('u1', 'doc', 1),
      child('o1', 'u1', 1),
      child('c2', 'o1', 2),
      child('c1', 'o1', 1),
      child('c3', 'u2', 1),
      { ...child('c1', 'c3', 1), associationType: 'isRelatedTo' },
    ],
  };
  const read = (json: unknown, given: Record<string, string> = { number: '601/1' }) =>
    readSpecification(JSON.stringify(json), given);

  it('is units, outcomes and criteria by its associations, in their order', () => {
    const { specification, faults, format, details: found } = read(casePackage);
    expect(faults).to.deep.equal([]);
    expect(format).to.equal('case');
    expect(found).to.deep.equal({ ...details, number: '601/1', version: '3' });
    expect(specification?.units.map(({ ref, mandatory }) => [ref, mandatory])).to.deep.equal([
      ['201', true],
      ['202', false],
    ]);
    const texts = specification?.units.map(({ outcomes }) =>
      outcomes.map(({ criteria }) => criteria.map((one) => one.id)),
    );
    expect(texts).to.deep.equal([[['201/1.1', '201/1.2']], [['202/1.1']]]);
  });

  it('is refused with its place where it has faults', () => {
    expect(read(casePackage, {}).faults).to.deep.include({
      place: 'Details',
      message: 'The qualification number is missing.',
    });
    expect(read({ CFDocument: {} }).specification).to.equal(null);
    expect(read({ ...casePackage, CFAssociations: [] }).faults[0]?.message).to.match(/no units below it/);
    const deep = { ...casePackage, CFAssociations: [...casePackage.CFAssociations, child('c3', 'c1', 1)] };
    expect(read(deep).faults.map(({ place }) => place)).to.include('Unit 201, outcome 1, criterion 1.1');
    const twice = { ...casePackage, CFItems: casePackage.CFItems.map((one) => ({ ...one, humanCodingScheme: '1' })) };
    expect(read(twice).specification).to.equal(null);
  });

  it('that goes round in circles ends', () => {
    const circle = { ...casePackage, CFAssociations: [...casePackage.CFAssociations, child('doc', 'c1', 1)] };
    expect(read(circle).format).to.equal('case');
  });
});

describe('a specification as JSON of its own', () => {
  const sample = readFileSync(path.resolve(__dirname, '../../../lti-tool/store/sample/customer-service.json'), 'utf8');

  it('is read as it is', () => {
    const { specification, faults, format, units } = readSpecification(sample);
    expect([format, faults, units.length > 0, specification !== null]).to.deep.equal(['json', [], true, true]);
  });

  it('takes what a person typed instead', () => {
    expect(readSpecification(sample, { version: '7' }).specification?.version).to.equal('7');
  });

  for (const text of ['{', '{}', '[]', '[1]', '{"units": 3}']) {
    it(`is refused where it is ${text}`, () => {
      const { specification, faults } = readSpecification(text);
      expect(specification).to.equal(null);
      expect(faults).not.to.have.length(0);
    });
  }
});
