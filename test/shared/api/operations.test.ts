import { expect } from 'chai';
import { fileOperations, type OperationName, operations } from '../../../shared/api/operations.ts';

const accepts = (name: OperationName, body: unknown): boolean => operations[name].body.safeParse(body).success;

const wording = {
  title: 'Morning on the front desk',
  method: 'observation',
  narrative: 'I greeted customers.',
  links: [{ url: 'https://example.org/photo', title: 'Photo' }],
};
const aLink = (url: string) => ({ ...wording, links: [{ url, title: '' }] });
const ids = (count: number): string[] => Array.from({ length: count }, (_, index) => `201/${index}`);

describe('bodies of API operations', () => {
  const rows: ReadonlyArray<readonly [OperationName, boolean, string, unknown]> = [
    ['createEvidence', true, 'a title, a method, a narrative and links', wording],
    ['createEvidence', true, 'an empty narrative and no links', { ...wording, narrative: '', links: [] }],
    ['createEvidence', true, 'a title of 200 characters', { ...wording, title: 'a'.repeat(200) }],
    ['createEvidence', false, 'a title of 201 characters', { ...wording, title: 'a'.repeat(201) }],
    ['createEvidence', false, 'a title of blanks', { ...wording, title: '   ' }],
    ['createEvidence', false, 'no title', { ...wording, title: undefined }],
    ['createEvidence', false, 'a method that does not exist', { ...wording, method: 'guessing' }],
    ['createEvidence', false, 'a narrative of 50,001 characters', { ...wording, narrative: 'a'.repeat(50_001) }],
    ['createEvidence', false, 'a narrative that is an object', { ...wording, narrative: { $ne: '' } }],
    ['createEvidence', false, '51 links', { ...wording, links: Array(51).fill(wording.links[0]) }],
    ['createEvidence', false, 'a status', { ...wording, status: 'assessed' }],
    ['createEvidence', false, 'a learner', { ...wording, learnerId: 'ben' }],
    ['createEvidence', false, 'nothing', undefined],
    ['createEvidence', false, 'a list', [wording]],
    ['editEvidence', true, 'one change', { title: 'Evening on the front desk' }],
    ['editEvidence', true, 'no change', {}],
    ['editEvidence', false, 'a title of blanks', { title: ' ' }],
    ['editEvidence', false, 'ticks', { ticks: { assessor: [] } }],
    ['editEvidence', false, 'a version', { version: 1 }],
    ['changeTicks', true, 'criteria to tick and to untick', { tick: ['201/1.1'], untick: ['201/1.2'] }],
    ['changeTicks', true, '2,000 criteria', { tick: ids(2000), untick: [] }],
    ['changeTicks', false, '2,001 criteria', { tick: ids(2001), untick: [] }],
    ['changeTicks', false, 'a column', { tick: [], untick: [], column: 'assessor' }],
    ['changeTicks', false, 'nothing to untick named', { tick: [] }],
    ['changeTicks', false, 'an operator for an id', { tick: [{ $gt: '' }], untick: [] }],
    ['changeTicks', false, 'an id that is a path upwards', { tick: ['../1.1'], untick: [] }],
    ['changeTicks', false, 'an id with a line end', { tick: ['201/1.1\n'], untick: [] }],
    ['changeTicks', false, 'an id of 129 characters', { tick: ['1'.repeat(129)], untick: [] }],
    ['changeTicks', false, 'an empty id', { tick: [''], untick: [] }],
    ['acceptAll', true, 'whose ticks and what was shown', { of: 'learner', shown: ['201/1.1'] }],
    ['acceptAll', true, 'trainee ticks', { of: 'trainee', shown: [] }],
    ['acceptAll', false, 'without what was shown', { of: 'learner' }],
    ['acceptAll', false, 'the ticks of the assessor', { of: 'assessor', shown: [] }],
    ['acceptAll', false, 'a column to fill', { of: 'learner', shown: [], into: 'assessor' }],
    ['undoAcceptAll', true, 'a place in the history', { sequence: 0 }],
    ['undoAcceptAll', false, 'a place before the history', { sequence: -1 }],
    ['undoAcceptAll', false, 'half a place', { sequence: 0.5 }],
    ['undoAcceptAll', false, 'a place as text', { sequence: '0' }],
    ['finishReview', true, 'empty feedback', { feedback: '' }],
    ['finishReview', true, 'feedback of 10,000 characters', { feedback: 'a'.repeat(10_000) }],
    ['finishReview', false, 'feedback of 10,001 characters', { feedback: 'a'.repeat(10_001) }],
    ['finishReview', false, 'an outcome', { feedback: '', outcome: 'assessed' }],
    ['returnEvidence', true, 'feedback', { feedback: 'Add the date.' }],
    ['returnEvidence', false, 'no feedback at all', {}],
    ['chooseQualification', true, 'a number and a version', { number: '601/3562/1', version: '1' }],
    ['chooseQualification', false, 'no number', { number: '', version: '1' }],
    ['chooseQualification', false, 'a number of 41 characters', { number: '1'.repeat(41), version: '1' }],
    ['chooseQualification', false, 'a tree of their own', { number: '1', version: '1', units: [] }],
    ['submitEvidence', true, 'nothing', {}],
    ['submitEvidence', true, 'a word to the assessor', { message: 'I added the date.' }],
    ['submitEvidence', false, 'a word of 10,001 characters', { message: 'a'.repeat(10_001) }],
    ['recordEvidence', true, 'an observation', wording],
    ['recordEvidence', false, "what only the learner's own work can be", { ...wording, method: 'reflectiveAccount' }],
    ['recordEvidence', false, 'another maker', { ...wording, madeById: 'ben' }],
    ['addComment', true, 'a comment of 4,000 characters', { text: 'a'.repeat(4_000) }],
    ['addComment', false, 'a comment of 4,001 characters', { text: 'a'.repeat(4_001) }],
    ['addComment', false, 'a comment of blanks', { text: ' \n ' }],
    ['addComment', false, 'an operator for a comment', { text: { $ne: '' } }],
    ['addComment', false, 'another writer', { text: 'Hello.', byId: 'ben' }],
    ['addComment', false, 'another moment', { text: 'Hello.', at: '2026-11-23T09:00:00.000Z' }],
    ['addComment', false, 'a comment to replace', { text: 'Hello.', sequence: 3 }],
    ['handOver', true, 'a note', { note: 'I was not sure about 1.3.' }],
    ['handOver', false, 'no note at all', {}],
    [
      'acceptAll',
      true,
      'the criteria of one unit',
      { of: 'learner', shown: ['201/1.1'], among: ['201/1.1', '201/1.2'] },
    ],
    ['startUpload', false, 'half a byte', { name: 'a', size: 0.5 }],
    ['startUpload', false, 'less than nothing', { name: 'a', size: -1 }],
    ['startUpload', false, 'a kind of its own choice', { name: 'a', size: 1, mediaType: 'text/html' }],
    ['submitEvidence', false, 'a moment', { submittedAt: '2026-11-23T09:00:00.000Z' }],
  ];
  for (const [name, taken, what, body] of rows) {
    it(`${name} ${taken ? 'takes' : 'refuses'} ${what}`, () => {
      expect(accepts(name, body)).to.equal(taken);
    });
  }

  it('are trimmed where blanks mean nothing', () => {
    expect(operations.createEvidence.body.parse({ ...wording, title: '  Calls ' }).title).to.equal('Calls');
    expect(operations.returnEvidence.body.parse({ feedback: ' \n ' }).feedback).to.equal('');
  });
});

describe('links on evidence', () => {
  const rows: ReadonlyArray<readonly [string, boolean]> = [
    ['https://example.org/photo?size=2#top', true],
    ['http://localhost.example:8080/', true],
    ['javascript:alert(1)', false],
    ['JavaScript:alert(1)', false],
    [' javascript:alert(1)', false],
    ['java\nscript:alert(1)', false],
    ['http:javascript:alert(1)', false],
    ['data:text/html,<script>alert(1)</script>', false],
    ['vbscript:msgbox(1)', false],
    ['file:///etc/passwd', false],
    ['blob:https://example.org/1', false],
    ['ftp://example.org', false],
    ['//example.org', false],
    ['/api/me', false],
    ['example.org', false],
    ['', false],
    [`https://example.org/${'a'.repeat(2000)}`, false],
  ];
  for (const [url, taken] of rows) {
    it(`${taken ? 'may' : 'may not'} lead to ${JSON.stringify(url.slice(0, 50))}`, () => {
      expect(accepts('createEvidence', aLink(url))).to.equal(taken);
      expect(accepts('editEvidence', { links: aLink(url).links })).to.equal(taken);
    });
  }

  it('may not have a title of 201 characters', () => {
    const links = [{ url: 'https://example.org', title: 'a'.repeat(201) }];
    expect(accepts('createEvidence', { ...wording, links })).to.equal(false);
  });
});

describe('path parameters of API operations', () => {
  const { params } = fileOperations.attachment;
  const bad = ['', '..', '.', '../e', '/e', 'e?x', 'e#x', 'e%2f', 'e\\f', 'e f', 'e\0', '$where', 'e'.repeat(129)];
  for (const id of bad) {
    it(`refuse ${JSON.stringify(id.slice(0, 20))}`, () => {
      expect(params.safeParse({ evidenceId: id, attachmentId: 'a1' }).success).to.equal(false);
      expect(params.safeParse({ evidenceId: 'e1', attachmentId: id }).success).to.equal(false);
    });
  }

  it('refuse lists and objects', () => {
    for (const id of [['e1'], { $ne: 'e1' }, null, 1]) {
      expect(operations.evidence.params.safeParse({ evidenceId: id }).success).to.equal(false);
    }
  });

  it('take an id', () => {
    expect(params.parse({ evidenceId: 'e1', attachmentId: 'a1' })).to.deep.equal({
      evidenceId: 'e1',
      attachmentId: 'a1',
    });
  });
});

describe('the name of an uploaded file', () => {
  const rows: ReadonlyArray<readonly [string, boolean, unknown]> = [
    ['a name', true, 'Çağla O’Neil – photo.jpg'],
    ['blanks', false, '  '],
    ['201 characters', false, 'a'.repeat(201)],
    ['nothing', false, undefined],
    ['a list of names', false, ['a.jpg', 'b.jpg']],
  ];
  for (const [what, taken, name] of rows) {
    it(`${taken ? 'can' : 'cannot'} be ${what}`, () => {
      expect(accepts('startUpload', { name, size: 1 })).to.equal(taken);
    });
  }
});

describe('where a part of a file begins', () => {
  const { query } = fileOperations.uploadPart;
  const rows: ReadonlyArray<readonly [string, boolean, unknown]> = [
    ['a whole number', true, '2097152'],
    ['the start', true, '0'],
    ['half a byte', false, '0.5'],
    ['before the start', false, '-1'],
    ['a number with an exponent', false, '1e3'],
    ['nothing', false, undefined],
    ['a list', false, ['0', '1']],
  ];
  for (const [what, taken, offset] of rows) {
    it(`${taken ? 'can' : 'cannot'} be ${what}`, () => {
      expect(query.safeParse({ offset }).success).to.equal(taken);
    });
  }
});
