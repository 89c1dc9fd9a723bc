import { number } from '../locale.ts';

/** To choose whose learners are shown, on the caseload and in the matrix. */
export const whoseTexts = {
  label: 'Whose learners',
  everybody: 'All learners',
  mine: 'My learners',
  unassigned: 'Unassigned learners',
  counted: (name: string, count: number) => `${name} (${number(count)})`,
};
