import { expect } from 'chai';
import { caseloadLines, filteredLines } from '../../../../../lti-tool/panel/assessor/caseload/caseload-lines.ts';
import { linesOf } from '../../../../../lti-tool/panel/assessor/caseload/WhoseLearners.tsx';
import { type EvidenceId, type PersonId, parseId } from '../../../../../shared/domain/ids.ts';
import { row } from './caseload-sample.ts';

const now = Date.parse('2026-11-23T12:00:00.000Z');
const view = {
  unconfirmed: 6,
  rows: [
    row('Zoe'),
    row('Ben', [{ at: '19', traineeTicks: 1 }]),
    row('Amy', [{ at: '17', toAssess: 0, traineeTicks: 2 }, { at: '21' }]),
    row('Cal', [], { lastActivityAt: '2026-10-01T10:00:00.000Z' }),
  ],
};
const names = (lines: readonly { learner: { name: string } }[]) => lines.map((line) => line.learner.name);

describe('the caseload', () => {
  it('has the longest wait first, and those with nothing waiting last, by name', () => {
    expect(names(caseloadLines(view, 'assessor'))).to.deep.equal(['Amy', 'Ben', 'Cal', 'Zoe']);
  });

  it('counts for a trainee assessor only what they have not assessed', () => {
    const lines = caseloadLines(view, 'traineeAssessor');
    expect(names(lines)).to.deep.equal(['Ben', 'Amy', 'Cal', 'Zoe']);
    expect(lines[1]).to.include({ count: 2, since: '2026-11-21T10:00:00.000Z' });
    expect(lines[1]?.waiting).to.have.length(1);
  });

  it('counts for an assessor everything unconfirmed', () => {
    expect(caseloadLines(view, 'assessor')[0]).to.include({ count: 4, since: '2026-11-17T10:00:00.000Z' });
  });

  it('is filtered by what waits, what is to countersign and who is quiet', () => {
    const lines = caseloadLines(view, 'assessor');
    expect(names(filteredLines(lines, 'waiting', '', now))).to.deep.equal(['Amy', 'Ben']);
    expect(names(filteredLines(lines, 'countersign', '', now))).to.deep.equal(['Amy', 'Ben']);
    expect(names(filteredLines(lines, 'quiet', '', now))).to.deep.equal(['Cal']);
    expect(filteredLines(lines, 'all', '', now)).to.have.length(4);
  });

  it('calls nobody quiet who has finished', () => {
    const done = [row('Dan', [], { confirmed: 10, lastActivityAt: '2026-01-01T10:00:00.000Z' })];
    expect(filteredLines(caseloadLines({ unconfirmed: 0, rows: done }, 'assessor'), 'quiet', '', now)).to.deep.equal(
      [],
    );
  });

  it('is searched by every word of a name, in any case', () => {
    const lines = caseloadLines({ unconfirmed: 0, rows: [row('Lucy Harrington-Smythe'), row('Lucy Lee')] }, 'assessor');
    expect(names(filteredLines(lines, 'all', 'smy LUCY', now))).to.deep.equal(['Lucy Harrington-Smythe']);
  });

  describe('with reviews to finish and work returned', () => {
    const unfinished = [
      { evidenceId: parseId<EvidenceId>('U1'), title: 'Seen', submittedAt: '2026-11-15T10:00:00.000Z', confirmed: 0 },
    ];
    const returned = [{ evidenceId: parseId<EvidenceId>('R1'), title: 'Call', returnedAt: '2026-11-16T10:00:00.000Z' }];
    const rows = [row('Ann', [{ at: '17' }]), row('Uma', [], { unfinished }), row('Rob', [], { returned })];
    const shown = (role: 'assessor' | 'traineeAssessor', filter: 'waiting' | 'unfinished' | 'returned') =>
      names(filteredLines(caseloadLines({ unconfirmed: 2, rows }, role), filter, '', now));

    it('keeps what has nothing ticked among what waits for an assessor, in its turn', () => {
      expect(shown('assessor', 'waiting')).to.deep.equal(['Uma', 'Ann']);
      expect(shown('assessor', 'unfinished')).to.deep.equal(['Uma']);
    });
    it('keeps it from a trainee assessor, who finishes nothing', () => {
      expect(shown('traineeAssessor', 'waiting')).to.deep.equal(['Ann']);
    });
    it('finds what was returned', () => {
      expect(shown('assessor', 'returned')).to.deep.equal(['Rob']);
    });
    it('counts handed over evidence as to countersign, without a tick of the trainee assessor', () => {
      const handed = [row('Hal', [{ at: '17', handedOverAt: '2026-11-18T10:00:00.000Z' }])];
      const lines = caseloadLines({ unconfirmed: 2, rows: handed }, 'assessor');
      expect(names(filteredLines(lines, 'countersign', '', now))).to.deep.equal(['Hal']);
    });
  });

  describe('with an action of the IQA', () => {
    const asked = (id: string, day: string, yours = true) => ({
      ...{ evidenceId: parseId<EvidenceId>(id), title: 'Call', askedAt: `2026-11-${day}T10:00:00.000Z` },
      ...{ criteria: 1, yours },
    });
    const rows = [row('Ann', [{ at: '17' }]), row('Ira', [], { actions: [asked('A1', '16')] })];

    it('has it among what waits, by its age', () => {
      const lines = caseloadLines({ unconfirmed: 2, rows }, 'assessor');
      expect(names(filteredLines(lines, 'waiting', '', now))).to.deep.equal(['Ira', 'Ann']);
      expect(names(filteredLines(lines, 'actions', '', now))).to.deep.equal(['Ira']);
      expect(lines[0]).to.include({ count: 0, since: '2026-11-16T10:00:00.000Z' });
    });
    it('keeps it from a trainee assessor, who confirms nothing', () => {
      expect(filteredLines(caseloadLines({ unconfirmed: 2, rows }, 'traineeAssessor'), 'actions', '', now)).to.be.empty;
    });
    it('goes once through an item that waits twice', () => {
      const both = [row('Bea', [{ at: '17' }], { actions: [asked('EV17', '20')] })];
      const [line] = caseloadLines({ unconfirmed: 2, rows: both }, 'assessor');
      expect(line?.open.map(({ evidenceId, since }) => [evidenceId, since])).to.deep.equal([
        ['EV17', '2026-11-17T10:00:00.000Z'],
      ]);
    });
    it('is among one’s own where the work is one’s own, whoever has the learner now', () => {
      const me = parseId<PersonId>('P-me');
      const others = parseId<PersonId>('P-other');
      const mixed = [
        row('Mia', [], { assessorIds: [me] }),
        row('Ira', [], { assessorIds: [others], actions: [asked('A1', '16')] }),
        row('Ola', [], { assessorIds: [others], actions: [asked('A2', '16', false)] }),
      ];
      expect(names(linesOf(caseloadLines({ unconfirmed: 0, rows: mixed }, 'assessor'), me, me))).to.deep.equal([
        'Ira',
        'Mia',
      ]);
    });
  });
});
