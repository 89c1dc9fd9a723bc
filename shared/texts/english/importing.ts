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
  row: (number: number) => `Row ${number}`,
  /** A row's place, with its number. */
  rowPattern: /^Row (\d+)$/,
  unit: (ref: string) => `Unit ${ref}`,
  outcome: (ref: string) => `Outcome ${ref}`,
  outcomeIn: (unit: string, ref: string) => `${unit}, outcome ${ref}`,
  criterionIn: (above: string, ref: string) => `${above}, criterion ${ref}`,
  // Of the file.
  unreadable: 'This is neither CSV nor whole JSON.',
  noRows: 'There are no rows below the headings.',
  nothingBelow: 'Nothing is a child of the document.',
  tooDeep: 'A criterion cannot have parts. Units, outcomes and criteria are three levels.',
  noColumn: (name: string) => `There is no column ${name}.`,
  yesOrNo: (column: string, found: string) => `${column} is yes or no, not “${found}”.`,
  criterionTwice: (ref: string, unit: string, place: string) =>
    `Criterion ${ref} of unit ${unit} is in ${place.toLowerCase()} already.`,
  detailChanged: (column: string, before: string) => `${column} was “${before}” in an earlier row.`,
  unitCalled: (ref: string, title: string, place: string) =>
    `Unit ${ref} is called “${title}” in ${place.toLowerCase()}.`,
  // Of a field: what follows its name.
  missing: 'is missing',
  notText: 'is a text',
  tooLong: (most: number) => `has up to ${most} characters`,
  badRef: 'has letters, digits, dots and hyphens',
  badLevel: 'is a whole number from 0 to 8',
  badCredit: 'is a whole number, or empty',
  refTwice: 'a ref is there twice',
  criterionRefTwice: 'a criterion ref is there twice in this unit',
  tooMany: (most: number) => `a qualification has up to ${most} criteria`,
  /** "The title is missing." */
  wrong(field: string, message: string): string {
    const name = fieldNames[field] ?? field;
    return /^(is|has)\b/.test(message) ? `${name} ${message}.` : `${name}: ${message}.`;
  },
};
