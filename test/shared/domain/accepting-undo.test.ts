import { expect } from 'chai';
import { undoable } from '../../../shared/domain/accepting.ts';
import type { Change, EvidenceStatus } from '../../../shared/domain/evidence.ts';
import { anEvidence, aTick } from '../../builders/domain/evidence.ts';
import { aHistory } from '../../builders/domain/history.ts';
import { anActor, learnerId, personIn } from '../../builders/domain/people.ts';

describe('undoing an accept-all (R10)', () => {
  const assessor = anActor('assessor');
  const accepted: Change = {
    kind: 'acceptedAll',
    column: 'assessor',
    of: 'learner',
    added: [aTick('1.1', assessor.personId)],
  };
  const ticked: Change = { kind: 'ticked', column: 'learner', added: [aTick('1.2', learnerId)], removed: [] };
  const undone: Change = { kind: 'undone', sequence: 0, column: 'assessor', removed: accepted.added };
  const tessa = personIn.assessor;
  const rows: ReadonlyArray<
    readonly [string, readonly Change[], Parameters<typeof anActor>, EvidenceStatus, number | null]
  > = [
    ['the last accept-all, by the same person', [ticked, accepted], ['assessor'], 'submitted', 1],
    [
      'the last accept-all, by the same person in the extension',
      [accepted],
      ['assessor', { origin: 'extension' }],
      'submitted',
      0,
    ],
    [
      'not an accept-all of another person',
      [accepted],
      ['assessor', { personId: personIn.manager }],
      'submitted',
      null,
    ],
    ['not when acting in another role by now', [accepted], ['traineeAssessor', { personId: tessa }], 'submitted', null],
    ['not after anything else changed', [accepted, ticked], ['assessor'], 'submitted', null],
    ['not twice', [accepted, undone], ['assessor'], 'submitted', null],
    ['not once the review is finished', [accepted], ['assessor'], 'assessed', null],
    ['not once the evidence is withdrawn', [accepted], ['assessor'], 'withdrawn', null],
    ['not a single tick', [ticked], ['assessor'], 'submitted', null],
    ['nothing on evidence without history', [], ['assessor'], 'submitted', null],
  ];
  for (const [sentence, changes, actor, status, sequence] of rows) {
    it(`takes ${sentence}`, () => {
      const item = anEvidence({ status, history: aHistory(changes) });
      expect(undoable(item, anActor(...actor))?.sequence ?? null).to.equal(sequence);
    });
  }
});
