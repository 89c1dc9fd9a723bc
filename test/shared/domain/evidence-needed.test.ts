import { expect } from 'chai';
import { defaultEvidenceNeeded, evidenceNeededFor } from '../../../shared/domain/evidence-needed.ts';
import { type EvidenceId, parseId, type QualificationId } from '../../../shared/domain/ids.ts';
import { progressOf } from '../../../shared/domain/progress.ts';
import { scoreOf } from '../../../shared/domain/score.ts';
import { publishingTexts } from '../../../shared/texts/publishing.ts';
import { anEvidence, criteria, ticks } from '../../builders/domain/evidence.ts';

const id = (text: string) => parseId<QualificationId>(text);

describe('evidence needed for a criterion', () => {
  const both = { centre: 2, qualifications: [{ qualificationId: id('q1'), needed: 3 }] };
  const rows = [
    ['one, unless a centre says otherwise', defaultEvidenceNeeded, 'q1', 1],
    ["the centre's number for all", both, 'q2', 2],
    ["a qualification's own number, where it has one", both, 'q1', 3],
  ] as const;
  for (const [what, setting, qualification, needed] of rows) {
    it(`is ${what}`, () => {
      expect(evidenceNeededFor(setting, id(qualification))).to.equal(needed);
    });
  }

  it('is followed by progress, letters, what waits and the score alike', () => {
    const all = criteria('1.1', '1.2', '1.3');
    const items = [
      anEvidence({ id: parseId<EvidenceId>('a'), ticks: ticks({ assessor: ['1.1', '1.2'] }) }),
      anEvidence({ id: parseId<EvidenceId>('b'), ticks: ticks({ learner: ['1.3'], assessor: ['1.1'] }) }),
    ];
    const table = [
      [1, 2, 'cca', '2 of 3 criteria confirmed; 1 awaits an assessor'],
      [2, 1, 'cpa', '1 of 3 criteria confirmed; 1 awaits an assessor'],
      [3, 0, 'ppa', '0 of 3 criteria confirmed; 1 awaits an assessor'],
    ] as const;
    for (const [needed, confirmed, letters, comment] of table) {
      const progress = progressOf(all, new Set(all), items, needed);
      expect([progress.confirmed, progress.letters, progress.unconfirmed]).to.deep.equal([confirmed, letters, 1]);
      expect(scoreOf(progress, publishingTexts.comment)).to.include({
        scoreGiven: confirmed,
        scoreMaximum: 3,
        comment,
      });
    }
  });

  it('leaves it clear which units wait', () => {
    const [, , one] = criteria('1.1', '1.2', '2.1');
    const all = [...criteria('1.1'), ...(one ? [one] : [])];
    const { waiting } = progressOf(all, new Set(all), [anEvidence({ ticks: ticks({ learner: ['1.1', '2.1'] }) })]);
    expect(waiting[0]?.units).to.deep.equal([{ unitRef: '201', unconfirmed: 2 }]);
  });
});
