import { number } from '../locale.ts';
import { counted, plural } from '../plurals.ts';
/** Choosing the qualification of an activity. */
export const choosingTexts = {
  legend: 'Qualification',
  facts: (one: { level: number; number: string; awardingOrganisation: string; version: string; criteria: number }) =>
    `Level ${number(one.level)} · ${one.number} · ${one.awardingOrganisation}, version ${one.version} · ${counted(one.criteria, { one: 'criterion', other: 'criteria' })}`,
  use: 'Use this qualification',
  noneTitle: 'No qualifications yet',
  none: 'Your centre has not added any. Whoever runs Countersign for your centre imports one; then it can be chosen here.',
  lookAgain: 'Look again',
  notReadyTitle: 'Not ready yet',
  notReadyHeading: (givenName: string) => `Almost ready, ${givenName}`,
  notReady: (linkTitle: string) =>
    `Your teacher still has to choose the qualification for “${linkTitle}”. You do not need to do anything: come back later, or let your teacher know.`,
  title: 'Choose a qualification',
  heading: 'Which qualification is this for?',
  intro: (linkTitle: string, contextTitle: string) =>
    `“${linkTitle}” in ${contextTitle} has none yet. Learners can start as soon as you choose one.`,
};

/** Adding activities to a course. */
export const contentTexts = {
  title: 'Add an activity',
  heading: (contextTitle: string) =>
    contextTitle === '' ? 'Add a portfolio activity' : `Add a portfolio activity to ${contextTitle}`,
  qualification: 'Qualification',
  search: 'Search title, number or unit',
  found: (count: number) => counted(count, { one: 'qualification found', other: 'qualifications found' }),
  nothingFound: (search: string) => `Nothing matches “${search}”. Try fewer or shorter words.`,
  usedLately: 'Used recently',
  facts: (one: {
    level: number;
    number: string;
    awardingOrganisation: string;
    version: string;
    units: readonly object[];
  }) =>
    `Level ${number(one.level)} · ${one.number} · ${one.awardingOrganisation}, version ${one.version} · ${counted(one.units.length, { one: 'unit', other: 'units' })}`,
  units: 'Units that learners work on',
  allUnits: (count: number) => plural(count, { one: 'The only unit', other: `All ${number(count)} units` }),
  unitFacts: (criteria: number, mandatory: boolean) =>
    `${mandatory ? 'Mandatory' : 'Optional'} · ${counted(criteria, { one: 'criterion', other: 'criteria' })}`,
  noUnits: 'Choose at least one unit.',
  activityTitle: 'Title in the course',
  gradebook: 'Gradebook',
  columns: (severalActivities: boolean) => ({
    one: { label: 'One column', hint: 'Confirmed criteria of all these units together.' },
    units: {
      label: 'One more column for each unit',
      hint: severalActivities
        ? 'Adds an activity for each unit as well; all of them open the same portfolio.'
        : 'The units’ columns appear with the first scores.',
    },
    none: { label: 'No column', hint: 'Progress is seen in Countersign only.' },
  }),
  add: 'Add to the course',
  keep: 'Choose one more first',
  chosen: (count: number) => counted(count, { one: 'activity is chosen', other: 'activities are chosen' }),
  chosenFacts: (qualification: string, units: readonly string[], columns: 'none' | 'one' | 'units') =>
    `${qualification} · ${plural(units.length, { one: `unit ${units[0]}`, other: `${number(units.length)} units` })} · ${
      { none: 'no column', one: 'one column', units: 'a column for each unit as well' }[columns]
    }`,
  remove: 'Remove',
  next: 'Choose the next one below, or add what is chosen to the course.',
  cancel: 'Cancel',
  going: 'Going back to your course…',
  noneTitle: 'No qualifications yet',
  none: 'Your centre has not added any. Whoever runs Countersign for your centre imports one; then it can be chosen here.',
};
