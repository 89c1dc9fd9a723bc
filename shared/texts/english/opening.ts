/** Pages before the panel: signing in, and a way into a window of one's own. */
export const openingTexts = {
  title: 'Opening',
  heading: 'Opening Countersign…',
  goOn: 'Continue',
  newWindow: 'Open in a new window',
  newTab:
    'If your course site shows an error there, go back to your course and open the activity in a new tab: right-click its link, or hold your finger on it.',
  stillStuck: 'Still stuck? Tell your centre code',
  noScript: 'Countersign needs JavaScript. Please switch it on for this site.',
};

type Refused = { readonly title: string; readonly advice: string };

/** A launch that was genuine and still opens nothing: what happened, and what to do. By the reason. */
export const entryRefusalTexts = {
  anonymousLaunch: {
    title: 'The course did not say who you are',
    advice:
      'Countersign needs to know whose portfolio to open. Ask the administrator of your course site to let it send who opens the activity.',
  },
  noRole: {
    title: 'The course did not say what your role is',
    advice:
      'Open Countersign from a course in which you are a learner or a teacher, or ask a centre manager to give you a role.',
  },
  contentNotAllowed: {
    title: 'Only teachers can add Countersign to a course',
    advice: 'Ask a teacher or an administrator of this course to add the activity. Nothing was changed.',
  },
  contentNotTaken: {
    title: 'Countersign cannot be added here',
    advice:
      'This place in your course site takes no activities from other tools. Go back, and add Countersign as an activity or an assignment of the course.',
  },
} as const satisfies Record<string, Refused>;
