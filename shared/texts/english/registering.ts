/** What an LMS is told of Countersign when it is registered there, and the page that confirms it. */
export const registeringTexts = {
  description:
    'Vocational portfolios: ticks, confirmations by qualified assessors, confirmed progress in the gradebook',
  portfolio: 'Countersign portfolio',
  review: 'Countersign review',
  openPortfolio: 'Open the portfolio',
  title: 'Registered',
  heading: 'Countersign is registered',
  site: 'Course site',
  clientId: 'Client id',
  done: 'Done: back to the course site',
  it: 'It',
  itMay: 'It may',
  itIsTold: 'It is told',
  told: 'each person’s name and role in the course; no email address',
  nextInCanvas: 'Finish in Canvas: switch the app on and choose where it is available.',
  nextElsewhere: 'Then switch the tool on in the course site’s list of external tools.',
  activateFirst: (next: string) =>
    `Whoever invited this site has to activate it before Countersign opens from it: npm run admin -- platform activate. ${next}`,
  messages: {
    LtiResourceLinkRequest: 'opens from a course',
    LtiDeepLinkingRequest: 'lets a teacher choose the qualification when adding an activity',
    LtiSubmissionReviewRequest: 'opens a learner’s review from the gradebook',
  },
  services: {
    lineItem: 'keep its own gradebook column',
    score: 'send confirmed progress to the gradebook',
    result: 'read back what the gradebook shows',
    memberships: 'read who is in a course',
  },
} as const;
