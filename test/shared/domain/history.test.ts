import { expect } from 'chai';
import fc from 'fast-check';
import type { Change, HistoryEntry } from '../../../shared/domain/evidence.ts';
import { appended, canonical, firstBrokenEntry } from '../../../shared/domain/history.ts';
import { aTick, at } from '../../builders/domain/evidence.ts';
import { aHistory, sha256 } from '../../builders/domain/history.ts';
import { anActor, learnerId, personIn } from '../../builders/domain/people.ts';

const changes: readonly Change[] = [
  { kind: 'created', after: { title: 'Morning on the front desk' } },
  { kind: 'ticked', column: 'learner', added: [aTick('1.1', learnerId)], removed: [] },
  { kind: 'status', before: 'draft', after: 'submitted', feedback: '' },
  { kind: 'acceptedAll', column: 'assessor', of: 'learner', added: [aTick('1.1', personIn.assessor)] },
];

const reversed = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(reversed);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([key, inner]) => [key, reversed(inner)]),
  );
};

const item = (history: readonly HistoryEntry[], id = 'evidence-1') => ({ id, history });

describe('history (R11)', () => {
  describe('an entry', () => {
    it('says who did what, acting as what, from where and when', () => {
      const [entry] = appended(
        item([]),
        anActor('assessor', { origin: 'extension' }),
        at(5),
        changes[0] as Change,
        sha256,
      );
      expect(entry).to.include({
        sequence: 0,
        at: at(5),
        byId: personIn.assessor,
        actingAs: 'assessor',
        origin: 'extension',
        previousHash: '',
      });
      expect(entry?.change).to.deep.equal(changes[0]);
      expect(entry?.hash).to.match(/^[0-9a-f]{64}$/);
    });

    it('follows on the entry before, which stays as it was', () => {
      const before = aHistory(changes.slice(0, 3));
      const after = aHistory(changes);
      expect(after.slice(0, 3)).to.deep.equal(before);
      expect(after[3]).to.include({ sequence: 3, previousHash: before[2]?.hash });
    });
  });

  describe('the chain', () => {
    const whole = aHistory(changes);
    const changed = (index: number, edit: Partial<HistoryEntry>): HistoryEntry[] =>
      whole.map((entry, at) => (at === index ? { ...entry, ...edit } : entry));

    it('fits when nothing was touched', () => {
      expect(firstBrokenEntry(item(whole), sha256)).to.equal(null);
    });

    it('fits when it is empty', () => {
      expect(firstBrokenEntry(item([]), sha256)).to.equal(null);
    });

    it('fits whatever order the database returned the keys in', () => {
      expect(firstBrokenEntry(item(reversed(whole) as HistoryEntry[]), sha256)).to.equal(null);
    });

    const edits: ReadonlyArray<readonly [string, Partial<HistoryEntry>]> = [
      ['its moment', { at: at(50) }],
      ['its person', { byId: personIn.manager }],
      ['its role', { actingAs: 'traineeAssessor' }],
      ['its origin', { origin: 'api' }],
      ['its change', { change: { kind: 'status', before: 'draft', after: 'assessed', feedback: '' } }],
      ['its sequence', { sequence: 7 }],
      ['its link to the entry before', { previousHash: 'f'.repeat(64) }],
      ['its hash', { hash: '0'.repeat(64) }],
    ];
    for (const [what, edit] of edits) {
      for (const index of changes.keys()) {
        it(`finds entry ${index} when ${what} was edited`, () => {
          expect(firstBrokenEntry(item(changed(index, edit)), sha256)).to.equal(index);
        });
      }
    }

    it('finds a tick slipped into an old entry', () => {
      const slipped: Change = { kind: 'ticked', column: 'learner', added: [aTick('1.2', learnerId)], removed: [] };
      expect(firstBrokenEntry(item(changed(1, { change: slipped })), sha256)).to.equal(1);
    });

    for (const index of [0, 1, 2]) {
      it(`finds that entry ${index} was removed`, () => {
        expect(firstBrokenEntry(item(whole.toSpliced(index, 1)), sha256)).to.equal(index);
      });
    }

    it('finds that an entry was put in', () => {
      const [first] = whole;
      expect(firstBrokenEntry(item(first ? [first, ...whole] : []), sha256)).to.equal(1);
    });

    it('finds that an entry was edited and its own hash worked out anew', () => {
      const forged = appended(item(whole.slice(0, 1)), anActor('manager'), at(1), changes[1] as Change, sha256);
      expect(firstBrokenEntry(item([...forged, ...whole.slice(2)]), sha256)).to.equal(2);
    });

    it('finds that a history was moved to another item', () => {
      expect(firstBrokenEntry(item(whole, 'evidence-2'), sha256)).to.equal(0);
    });

    it('finds that the last entry came from another item', () => {
      const other = aHistory(changes, { id: 'evidence-2' });
      expect(firstBrokenEntry(item([...whole.slice(0, 3), ...other.slice(3)]), sha256)).to.equal(3);
    });

    it('finds every reordering', () => {
      const order = fc.shuffledSubarray([...whole.keys()], { minLength: whole.length, maxLength: whole.length });
      fc.assert(
        fc.property(order, (indexes) => {
          const moved = indexes.findIndex((index, place) => index !== place);
          const history = indexes.flatMap((index) => whole[index] ?? []);
          expect(firstBrokenEntry(item(history), sha256)).to.equal(moved === -1 ? null : moved);
        }),
      );
    });
  });

  describe('canonical JSON', () => {
    it('is the same whatever the order of keys', () => {
      fc.assert(
        fc.property(fc.jsonValue(), (value) => {
          expect(canonical(reversed(value))).to.equal(canonical(value));
        }),
      );
    });

    it('reads back as the value', () => {
      fc.assert(
        fc.property(fc.jsonValue({ noUnicodeString: false }), (value) => {
          expect(JSON.parse(canonical(value))).to.deep.equal(JSON.parse(JSON.stringify(value)));
        }),
      );
    });

    const same: ReadonlyArray<readonly [string, unknown, string]> = [
      [
        'sorts keys at every depth',
        { b: { d: 1, c: 2 }, a: [{ y: 1, x: 2 }] },
        '{"a":[{"x":2,"y":1}],"b":{"c":2,"d":1}}',
      ],
      ['leaves out keys without a value', { a: undefined, b: 1 }, '{"b":1}'],
      ['writes null for no value in a list', [undefined, null], '[null,null]'],
      ['keeps the order of lists', [2, 1], '[2,1]'],
      ['keeps a text apart from a number', ['1', 1], '["1",1]'],
      ['escapes quotes in keys and texts', { '"': '"' }, '{"\\"":"\\""}'],
    ];
    for (const [sentence, value, text] of same) {
      it(sentence, () => {
        expect(canonical(value)).to.equal(text);
      });
    }
  });
});
