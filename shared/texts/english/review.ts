import { number } from '../locale.ts';
import { counted, plural } from '../plurals.ts';
/** The review of an evidence item. */
export const reviewTexts = {
  title: 'Review',
  titleOf: (learner: string) => `Review ${learner}`,
  /** Where one goes back to. */
  back: { caseload: 'Caseload', matrix: 'Matrix' },
  backTo: { caseload: 'Back to caseload', matrix: 'Back to matrix' },
  sentAgo: (date: string, days: string | null) => `, submitted ${date}, ${days === null ? 'today' : `${days} ago`}`,
  sent: (date: string) => `, submitted ${date}`,
  help: 'Help: keys and symbols',
  wait: (count: number) => `${number(count)} wait`,
  position: (position: number, total: number) => `${number(position)} of ${number(total)}`,
  previousEvidence: 'Previous evidence',
  nextEvidence: 'Next evidence',
  criteria: 'Criteria',
  caption: 'Criteria with the ticks of learner, trainee assessor and assessor',
  undo: 'Undo',
  close: 'Close',
  cancel: 'Cancel',
  columns: { learner: 'Learner', trainee: 'Trainee', assessor: 'Assessor' },
  tick: (confirms: boolean, ref: string) => `${confirms ? 'Confirm' : 'Tick'} ${ref}`,
  tickAll: (confirms: boolean, count: number, place: string) =>
    `${confirms ? 'Confirm' : 'Tick'} all ${number(count)} shown of ${place}`,
  reopened: 'Reopened by the IQA',
  confirmedBy: (name: string) => `Confirmed by ${name}`,
  tickedBy: (name: string) => `Ticked by ${name}`,
  notAgreed: 'Not agreed',
  /** After the number of criteria still to decide. */
  toDecide: (trainee: boolean) => (trainee ? 'to assess' : 'unconfirmed'),
  previousToDecide: (trainee: boolean) => `Previous ${trainee ? 'to assess' : 'unconfirmed'}`,
  nextToDecide: (trainee: boolean) => `Next ${trainee ? 'to assess' : 'unconfirmed'}`,
  saving: 'Saving…',
  notSaved: (refs: string, count: number) =>
    `${refs} could not be saved and ${plural(count, { one: 'is', other: 'are' })} as before.`,
  nobodyTicked: {
    heading: 'Criteria nobody ticked',
    head: 'Nobody ticked',
    here: (count: number, units: number) =>
      `${number(count)} in ${plural(units, { one: 'this unit', other: 'these units' })}`,
    elsewhere: (count: number) => `${number(count)} in other units`,
    find: 'Find criteria: words, or 203 2.1',
    noMatch: 'No criterion like that here.',
  },
  evidence: {
    heading: 'Evidence',
    newWindow: 'opens in a new window',
    nothing: 'No files, links or words, only ticks.',
    mayReturn: 'You can return it and ask for something to look at.',
    loading: (name: string) => `Loading ${name}`,
    openBeside: 'Open beside',
    download: 'Download',
    noPdfViewer: (name: string) => `Your browser does not show PDFs. Open ${name} beside, or download it.`,
    notShown: (name: string) => `${name} cannot be shown here. Download it to look at it.`,
  },
  decide: {
    resting: 'This review is finished. Only criteria for which the IQA asks for action can be decided again.',
    feedback: (learner: string) => `Feedback to ${learner}`,
    missing: (learner: string) => `Say what ${learner} should do next, then return it.`,
    marks: (count: number) => `Finishing now marks ${number(count)} not agreed`,
    return: 'Return',
    finish: 'Finish',
    /** After the one before, where there is room for it. */
    finishReview: 'review',
    title: (count: number) => `Finish with ${number(count)} not agreed?`,
    consequence: (count: number, learner: string) =>
      `${counted(count, { one: 'criterion ticked here is', other: 'criteria ticked here are' })} not confirmed and will be marked not agreed. ${learner} can offer more evidence for ${plural(count, { one: 'it', other: 'them' })}. A finished review cannot be opened again.`,
    noFeedback: (learner: string) => `You have written no feedback for ${learner}.`,
    withFeedback: (learner: string) => `${learner} will read your feedback.`,
    confirm: (count: number) => `Finish, ${number(count)} not agreed`,
    keep: 'Go on looking',
    finished: (learner: string, title: string) => `Review finished: ${learner}, ${title}.`,
    returned: (learner: string, title: string) => `Returned: ${learner}, ${title}.`,
  },
  readOnly: {
    draft: (learner: string) => `${learner} has not submitted this yet.`,
    withdrawn: (learner: string) => `${learner} withdrew this. It does not count any more.`,
    /** Who decided, and when; what follows "Returned" or "Review finished". */
    by: (name: string, date: string) => ` by ${name} on ${date}`,
    returned: (by: string, learner: string) => `Returned${by}. ${learner} changes it and submits it again.`,
    reopened: 'The IQA reopened part of this. A qualified assessor confirms it again.',
    finished: (by: string) => `Review finished${by}. It cannot be changed any more.`,
    own: 'This is your own evidence, so another assessor has to decide on it.',
    noAssessor: 'You can look at this; only assessors tick.',
    notHere: 'You can look at this, but not tick here. A centre manager can change that.',
  },
  changes: {
    ticked: (criteria: string, trainee: boolean, on: boolean) =>
      `${criteria} ${on ? '' : 'no longer '}${trainee ? 'ticked' : 'confirmed'}.`,
    undone: (count: number) => `Undone. ${counted(count, { one: 'criterion waits', other: 'criteria wait' })} again.`,
    accepted: (count: number) => `You accepted ${counted(count, { one: 'tick', other: 'ticks' })} here.`,
  },
  /** Around the prompt that the extension has too (accepting.ts). */
  accept: { criteria: 'Criteria to accept', notTouched: 'Not touched:' },
  news: {
    heading: 'Changed since you opened this:',
    /** Where nothing changed but that somebody said something. */
    said: 'New since you opened this:',
    noted: 'Got it',
    somebody: { learner: 'The learner', trainee: 'A trainee assessor', assessor: 'An assessor' },
    ticked: (who: string, refs: string) => `${who} ticked ${refs}.`,
    unticked: (who: string, refs: string) => `${who} took the tick off ${refs}.`,
    work: (learner: string) => `${learner} changed the evidence itself: look at it again.`,
    handedOver: (who: string) => `${who} handed it over for countersigning.`,
    commented: (who: string) => `${who} wrote a comment: read it with the evidence.`,
    status: (status: 'draft' | 'submitted' | 'returned' | 'assessed' | 'withdrawn', learner: string) =>
      ({
        draft: `${learner} has it as a draft again.`,
        submitted: `${learner} submitted it again.`,
        returned: 'It was returned to the learner.',
        assessed: 'Its review was finished.',
        withdrawn: `${learner} withdrew it.`,
      })[status],
  },
  /** A unit or outcome whose ticks can be accepted at once. */
  acceptPart: (count: number, place: string) =>
    `Accept ${plural(count, { one: 'the tick', other: `all ${number(count)} ticks` })} in ${place}`,
  acceptPartShort: (count: number) => `Accept ${number(count)}`,
  acceptPartTitle: (whose: string, place: string) => `Accept ${whose}’s ticks in ${place}?`,
  notTouchedOutside: (place: string) => `Ticks outside ${place}.`,
  unitPlace: (ref: string) => `unit ${ref}`,
  outcomePlace: (ref: string) => `outcome ${ref}`,
  recordedBy: (name: string) => `Recorded by ${name}`,
  /** The same within a sentence. */
  recordedByInLine: (name: string) => `recorded by ${name}`,
  ownWords: (name: string) => `${name}’s own words`,
  recordedWords: (name: string) => `What ${name} recorded`,
  handedOver: (name: string) => `${name} is done with this and asks you to countersign.`,
  handOver: {
    button: 'Hand over',
    saved: 'Your ticks are saved. They count once a qualified assessor countersigns.',
    next: 'Next evidence',
    title: 'Hand over for countersigning?',
    intro: (learner: string) =>
      `A qualified assessor sees that you are done with this. Your note is for assessors; ${learner} does not see it.`,
    leftOver: (count: number) =>
      counted(count, {
        one: 'criterion that the learner ticked has no tick from you.',
        other: 'criteria that the learner ticked have no tick from you.',
      }),
    note: 'Note to the assessor, if you like',
    send: 'Hand over',
    keep: 'Go on looking',
    done: (learner: string, title: string) => `Handed over: ${learner}, ${title}.`,
    since: 'You handed this over. A qualified assessor countersigns next.',
  },
  keys: {
    nextEvidence: 'Next or previous evidence, of any learner',
    nextCriterion: (trainee: boolean) =>
      `Next or previous criterion ${trainee ? 'to assess' : 'unconfirmed'}; after the last one, the next evidence`,
    title: 'Keys and symbols',
    tick: 'Tick or untick the criterion you are on',
    acceptAll: 'Accept all; asks first',
    help: 'This help',
    symbols:
      'Circle: the learner’s tick. Diamond: the trainee assessor’s. Square: the assessor’s, and the only one that counts.',
    use: 'Use single-key shortcuts',
  },
};
