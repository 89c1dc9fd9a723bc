/** The columns that say what the qualification is called; each is read from the first row that fills it. */
export const detailColumns = {
  number: 'qualification_number',
  title: 'qualification_title',
  level: 'level',
  awardingOrganisation: 'awarding_organisation',
  version: 'version',
} as const;

/** The columns of a criterion, one row each. */
export const requiredColumns = ['unit_ref', 'unit_title', 'criterion_ref', 'criterion_text'] as const;
const otherColumns = ['unit_mandatory', 'unit_credit', 'outcome_ref', 'outcome_title'] as const;

/** A file with every column and two rows of example, to fill in. */
export const csvTemplate = [
  [...Object.values(detailColumns), ...requiredColumns, ...otherColumns].join(','),
  '601/0000/0,Diploma in Example Studies,2,Example Awards,1,201,Serve customers,1.1,Describe good service,yes,5,1,Understand service',
  ',,,,,201,,1.2,Explain why it matters,,,1,',
  '',
].join('\r\n');
