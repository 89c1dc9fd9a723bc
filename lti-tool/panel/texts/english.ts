/**
 * Every text of the panel, a section an area, in British English. A translation is one file of the same type (`Texts`).
 * Functions take what varies, so that a language can put it, and its plurals, where they belong.
 */
export const english = {
  chooseQualification: {
    notReadyTitle: 'Not ready yet',
    notReadyHeading: (givenName: string) => `Almost ready, ${givenName}`,
    notReady: (linkTitle: string) =>
      `Your teacher still has to choose the qualification for “${linkTitle}”. You need to do nothing: come back later, or let your teacher know.`,
    title: 'Choose a qualification',
    heading: 'Which qualification is this for?',
    intro: (linkTitle: string, contextTitle: string) =>
      `“${linkTitle}” in ${contextTitle} has none yet. Learners can start as soon as you choose one.`,
  },
};
