import { number } from '../locale.ts';

const fieldNames: Readonly<Record<string, string>> = {
  number: 'The qualification number',
  title: 'The title',
  level: 'The level',
  awardingOrganisation: 'The awarding organisation',
  version: 'The version',
  ref: 'The ref',
  text: 'The text of the criterion',
  credit: 'The credit',
  units: 'Units',
  outcomes: 'Outcomes',
  criteria: 'Criteria',
};

/** What is wrong with the file of a specification, and where. */
export const importTexts = {
  // Places.
  file: 'File',
  details: 'Details',
  row: (row: number) => `Row ${row}`,
  /** A row's place, with its number. */
  rowPattern: /^Row (\d+)$/,
  unit: (ref: string) => `Unit ${ref}`,
  outcome: (ref: string) => `Outcome ${ref}`,
  outcomeIn: (unit: string, ref: string) => `${unit}, outcome ${ref}`,
  criterionIn: (above: string, ref: string) => `${above}, criterion ${ref}`,
  // Of the file.
  unreadable: 'This is not a CSV or JSON file, or part of it is missing.',
  noRows: 'There are no rows below the headings.',
  nothingBelow: 'The document has no units below it.',
  tooDeep: 'A criterion cannot have parts: there are units, outcomes and criteria, and no level below.',
  noColumn: (name: string) => `The column ${name} is missing.`,
  yesOrNo: (column: string, found: string) => `${column} must be yes or no, not “${found}”.`,
  criterionTwice: (ref: string, unit: string, place: string) =>
    `Criterion ${ref} of unit ${unit} is in ${place.toLowerCase()} already.`,
  detailChanged: (column: string, before: string) => `${column} was “${before}” in an earlier row.`,
  unitCalled: (ref: string, title: string, place: string) =>
    `Unit ${ref} is called “${title}” in ${place.toLowerCase()}.`,
  // Of a field: what follows its name.
  missing: 'is missing',
  notText: 'must be text',
  tooLong: (most: number) => `can have up to ${number(most)} characters`,
  badRef: 'can have only letters, digits, dots and hyphens',
  badLevel: 'must be a whole number from 0 to 8',
  badCredit: 'must be a whole number, or empty',
  refTwice: 'the same ref is used twice',
  criterionRefTwice: 'the same criterion ref is used twice in this unit',
  tooMany: (most: number) => `a qualification can have up to ${number(most)} criteria`,
  /** "The title is missing." */
  wrong(field: string, message: string): string {
    const name = fieldNames[field] ?? field;
    return /^(is|must|can)\b/.test(message) ? `${name} ${message}.` : `${name}: ${message}.`;
  },
};
