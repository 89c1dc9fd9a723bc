import { number } from '../locale.ts';
import { counted, plural } from '../plurals.ts';
/** The screens of a learner. */
export const learnerTexts = {
  tabs: { progress: 'My progress', evidence: 'My evidence', extension: 'Extension' },
  addEvidence: 'Add evidence',
  nobodyNamed: 'a qualified assessor',
  notEnrolled: {
    title: 'Not enrolled yet',
    heading: 'You are not enrolled here yet',
    whatToDo: (course: string) =>
      `Open this activity in ${course} once more. If this page comes back, ask your teacher to enrol you on this qualification.`,
  },
  progress: {
    title: 'Your progress',
    qualification: (title: string, level: number, qan: string) => `${title}, Level ${number(level)} · ${qan}`,
    /** Each stands after its number. */
    key: { confirmed: 'confirmed', waiting: 'waiting', needsWork: 'need more work', untouched: 'not started' },
    evidence: 'Your evidence',
    seeAll: 'See all',
    seeAllOf: (count: number) => `See all ${number(count)}`,
    seeAllEvidence: 'of your evidence',
  },
  first: {
    heading: 'Add your first piece of evidence',
    intro: 'A photo, a form, an email: anything that shows what you did at work. Then tick what it proves.',
  },
  why: {
    heading: "Why isn't my progress showing?",
    finished: (name: string) => `Well done, ${name}!`,
    allConfirmed: (count: string) => `All ${count} are confirmed.`,
    ticksCount: 'Your ticks count when a qualified assessor confirms them.',
    nothingWaits: 'Nothing is waiting: everything you have submitted has been decided. Add evidence to go on.',
    yourTurn: 'Your turn',
    /** The turn of no assessor by name, of one, of two, of more. Names, never he or she. */
    anybodysTurn: "A qualified assessor's turn",
    turnOfOne: (name: string) => `${name}'s turn (your assessor)`,
    turnOfTwo: (first: string, second: string) => `${first} or ${second}'s turn (your assessors)`,
    turnOfMany: "Your assessors' turn",
    more: (count: number) => `Show ${number(count)} more`,
    someEvidence: 'this evidence',
    /** Each stands between so many criteria and the title of the evidence that they wait on. */
    returned: 'came back to you. Improve and submit again',
    draft: 'in a draft. Finish and submit',
    notAgreed: 'not agreed. Read the feedback on',
    toConfirm: (criteria: number) =>
      `you ticked ${plural(criteria, { one: 'waits', other: 'wait' })} to be confirmed on`,
    toCountersign: (criteria: number, trainee: string | null) =>
      `ticked by ${trainee ?? 'a trainee assessor'} ${plural(criteria, { one: 'waits', other: 'wait' })} to be countersigned on`,
    reopened: 'reopened by a quality check on',
  },
  gradebook: {
    grade: 'a grade',
    of: (points: number, most: number) => `${number(points)} of ${number(most)}`,
    changedByHand: (theirs: string, ours: string) =>
      `Your course gradebook shows ${theirs}, entered there by hand. Your centre decides whether ${ours} replaces it.`,
    keptTheirs: (theirs: string) => `Your course gradebook shows ${theirs}: your centre keeps the grade entered there.`,
    notEnrolled: 'Your course no longer lists you, so its gradebook gets no new score.',
    nothingYet: 'Your course gradebook has no score from here yet.',
    /** What the gradebook shows, if anything; what follows it is one of the sentences below. */
    shows: (score: string | null) =>
      score === null ? 'Your course gradebook has no score from here yet' : `Your course gradebook shows ${score}`,
    inStep: (shows: string) => `${shows}, up to date.`,
    paused: (shows: string, ours: string) => `${shows}. Your centre has paused sending; ${ours} follows after that.`,
    due: (shows: string, ours: string) => `${shows}; ${ours} is on its way.`,
    retrying: (shows: string, ours: string) =>
      `${shows}. It could not take ${ours} yet; that is tried again by itself.`,
    stopped: (shows: string, ours: string) =>
      `${shows}. It does not take ${ours}; your centre can see why and put it right.`,
  },
  units: {
    heading: 'Units',
    intro: 'One block is one criterion. Tall and solid is confirmed, hollow is waiting. Open a unit to see why.',
    done: 'done · ',
    waiting: (count: number) => `${number(count)} waiting · `,
    inWords: (tally: { confirmed: number; waiting: number; needsWork: number; untouched: number }) =>
      `${number(tally.confirmed)} confirmed, ${number(tally.waiting)} waiting, ${number(tally.needsWork)} need more work, ${number(tally.untouched)} not started`,
    /** Stands after the number of confirmed criteria. */
    of: (total: number) => `of ${number(total)}`,
    seeEvidence: 'See the evidence',
    seeEvidenceFor: (ref: string) => `for ${ref}`,
  },
  list: {
    title: 'Your evidence',
    nothingTicked: 'nothing ticked yet',
    ticked: (count: string) => `${count} ticked`,
    files: (count: number) => counted(count, { one: 'file', other: 'files' }),
    quoted: (words: string) => `“${words}”`,
  },
  status: {
    draft: 'Draft',
    submitted: 'Submitted',
    returned: 'Returned',
    assessed: 'Assessed',
    withdrawn: 'Withdrawn',
  },
  meaning: {
    draft: 'Not submitted yet',
    waiting: (count: string) => `${count} waiting`,
    notFinished: 'Review not finished',
    returned: 'Read the feedback',
    confirmedOf: (confirmed: number, ticked: number) => `${number(confirmed)} of ${number(ticked)} confirmed`,
    confirmed: (confirmed: number) => `${number(confirmed)} confirmed`,
    noneConfirmed: 'None confirmed',
    withdrawn: 'Does not count',
  },
  item: {
    sentOn: (date: string) => `submitted ${date}`,
    improve: 'Improve and submit again',
    change: 'Change ticks or text',
    addMore: 'Add more evidence',
    shows: 'What it shows',
    work: 'Your work',
    feedback: 'Feedback',
    feedbackOf: (name: string, date: string, outcome: 'returned' | 'assessed' | 'notMet') => {
      const deeds = {
        returned: 'returned it to you',
        assessed: 'finished the review',
        notMet: 'marked part of it not met, after a quality check',
      };
      return `${name}, ${date} · ${deeds[outcome]}`;
    },
    sent: 'Submitted.',
    willCount: (count: number, who: string) =>
      `${counted(count, { one: 'criterion', other: 'criteria' })} will count once ${who} confirms ${plural(count, { one: 'it', other: 'them' })}.`,
    backToProgress: 'Back to my progress',
    /** What a screen reader says of a file's name. */
    download: (name: string) => `Download ${name}`,
    fetching: 'Fetching…',
    notDownloaded: (why: string) => `Not downloaded. ${why}`,
  },
  ticks: {
    nothing: 'Nothing is ticked on this evidence.',
    criterion: 'Criterion',
    columns: { learner: 'You', trainee: 'Trainee', assessor: 'Assessor' },
    byYou: 'Ticked by you',
    by: (name: string) => `Ticked by ${name}`,
    confirmedBy: (name: string | undefined) => `Confirmed by ${name ?? 'an assessor'}`,
    reopened: 'Reopened by a quality check',
    notAgreed: 'Not agreed',
  },
  editor: {
    editTitle: 'Edit evidence',
    about: 'About this evidence',
    title: 'Title',
    titleExample: 'Complaint call and follow-up email',
    titleMissing: 'Give it a title, so that you and your assessor can find it again.',
    narrative: 'What you did, and what it shows',
    method: 'Kind of evidence',
    done: 'Done',
    saveDraft: 'Save draft',
    submit: 'Submit',
    /** Stands after "Submit". */
    submitWith: (criteria: string) => `with ${criteria}`,
    notSubmitted: 'Not submitted.',
  },
  files: {
    legend: 'Files and links',
    add: 'Add files',
    addLink: 'Add a link',
    added: (name: string) => `${name} added.`,
    removed: (name: string) => `${name} removed.`,
    remove: (name: string) => `Remove ${name}`,
    linkAdded: 'Link added.',
    linkRemoved: 'Link removed.',
    removeLink: (name: string) => `Remove the link ${name}`,
  },
  link: {
    legend: 'Add a link',
    address: 'Address of the page',
    addressExample: 'https://',
    wrong: 'That is not a web address. It looks like https://example.org/page.',
    title: 'What it is',
    ifYouLike: '(if you like)',
    add: 'Add the link',
    cancel: 'Cancel',
  },
  picker: {
    heading: 'What does it show?',
    ticked: (count: number) => `${number(count)} ticked`,
    nothingTicked: 'Tick at least one criterion that this evidence meets, then submit it.',
    search: 'Search criteria, or type a number such as 201 1.5',
    searchShort: 'Search, or jump to 201 1.5',
    found: (criteria: string) => `${criteria} found`,
    tick: 'Your tick',
    criterion: 'Criterion',
    confirmed: 'Already confirmed',
    noMatch: (query: string) => `Nothing matches “${query}”. Try one word, or a number such as 1.5.`,
    showAll: 'Show all',
    unit: (ref: string) => `unit ${ref}`,
    outcome: (ref: string, unitRef: string) => `outcome ${ref} of unit ${unitRef}`,
    tickAll: (place: string) => `Tick all of ${place}`,
    tickFound: (count: number, place: string) => `Tick the ${number(count)} found in ${place}`,
  },
  saving: {
    kept: 'Not saved yet: trying again',
    refused: 'Not saved',
    untitled: 'Not saved yet: give it a title',
    notYet: 'Not saved yet',
    saving: 'Saving…',
    draftSavedAt: (time: string) => `Draft, saved at ${time}`,
    savedAt: (time: string) => `Saved at ${time}`,
    noConnection: 'No connection.',
    notSavedYet: 'Not saved yet.',
    keptHere: 'What you wrote and ticked is kept in this window and will be sent by itself. Keep it open.',
    tryNow: 'Try now',
    changeNotSaved: 'Your last change was not saved.',
    tryAgain: 'Try again',
    showNow: 'Show how it is now',
  },
  footer: {
    offline: 'No connection: kept here.',
    kept: 'Not saved yet: kept here.',
    awaitsFiles: 'Wait until your files are sent, then submit.',
    saved: 'Saved. You can leave, and come back to it later.',
    anybody: 'A qualified assessor',
    eachOf: 'Each of your assessors',
    seesNow: (who: string) => `${who} sees your changes at once.`,
    willSee: (who: string) => `${who} will see it. You can change it until the review is finished.`,
  },
  leave: {
    title: 'Leave without saving?',
    untitled: 'Your last changes are not saved, because this evidence has no title. Stay and give it one.',
    unsaved: 'Your last changes are not saved yet. Stay, and they will be sent as soon as the connection is back.',
    files: (count: number) =>
      plural(count, { one: 'A file is not sent yet.', other: `${number(count)} files are not sent yet.` }),
    stay: 'Stay here',
    leave: 'Leave and lose them',
  },
  withdraw: {
    button: (draft: boolean) => `Withdraw this ${draft ? 'draft' : 'evidence'}`,
    title: (draft: boolean) => `Withdraw this ${draft ? 'draft' : 'evidence'}?`,
    stays: (title: string) =>
      `“${title}” stays in your list with its history, but cannot be changed or submitted any more.`,
    noLongerCounts: (criteria: string) =>
      `${criteria} confirmed on it will no longer count, unless other evidence shows the same.`,
    noReview: 'Your assessor will not review it.',
    withdraw: 'Withdraw it',
    keep: 'Keep it',
  },
};

/** Submitting evidence again. */
export const submitTexts = {
  title: 'Submit it again?',
  intro: (count: string) => `${count} will be looked at again.`,
  message: 'What did you change? Tell your assessor, if you like.',
  send: 'Submit it',
  keep: 'Not yet',
};
