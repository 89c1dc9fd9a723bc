import { expect } from 'chai';
import { errorCodes, errorStatuses } from '../../../shared/api/errors.ts';
import { denialCodes } from '../../../shared/domain/decision.ts';
import { errorTexts } from '../../../shared/texts/errors.ts';

describe('API errors', () => {
  it("have every rule's code among their codes, and no code twice", () => {
    expect(errorCodes).to.include.members([...denialCodes]);
    expect(new Set(errorCodes).size).to.equal(errorCodes.length);
  });

  it('have a text for each code and for no other', () => {
    expect(Object.keys(errorTexts)).to.have.members([...errorCodes]);
  });

  for (const code of errorCodes) {
    const status = errorStatuses[code];
    const message = errorTexts[code];
    it(`${code} has a status that says whose fault it is`, () => {
      expect(status).to.be.within(400, 599);
      expect(status >= 500).to.equal(code === 'internal' || code === 'unavailable');
    });

    it(`${code} is told in whole sentences, without codes or technical words`, () => {
      expect(message).to.match(/^[A-Z].{15,}\.$/);
      expect(message).not.to.match(/\b(HTTP|JSON|API|null|undefined|exception|invalid|[a-z]+[A-Z]\w*|[45]\d\d)\b/);
    });
  }

  /** Codes after which the reader can do nothing themselves, and is told why instead. */
  const explainOnly = [
    'notYourEvidence',
    'notYourColumn',
    'ownEvidence',
    'evidenceNotSubmitted',
    'nothingToAccept',
    'notFound',
    'tooLarge',
    'mediaTypeRefused',
  ];
  for (const code of errorCodes.filter((known) => !explainOnly.includes(known))) {
    it(`${code} says what to do next`, () => {
      expect(errorTexts[code]).to.match(/\b(add|reload|tick|untick|say|open|try|wait|choose|change)\b/i);
    });
  }

  const statuses: ReadonlyArray<readonly [string, number, readonly (typeof errorCodes)[number][]]> = [
    ['a session is needed', 401, ['sessionMissing', 'sessionEnded']],
    ['the person may not', 403, ['notYourEvidence', 'notYourColumn', 'ownEvidence', 'roleNotAllowed']],
    ['the state does not allow it', 409, ['evidenceNotSubmitted', 'evidenceLocked', 'undoTooLate', 'conflict']],
    ['the content is not enough', 422, ['unknownCriterion', 'nothingTicked', 'feedbackMissing']],
    ['it may be tried again', 503, ['unavailable']],
    ['there were too many', 429, ['tooManyRequests']],
  ];
  for (const [when, status, codes] of statuses) {
    it(`have status ${status} where ${when}`, () => {
      expect(codes.map((code) => errorStatuses[code])).to.deep.equal(codes.map(() => status));
    });
  }
});
