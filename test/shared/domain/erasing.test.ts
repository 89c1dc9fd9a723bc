import { expect } from 'chai';
import fc from 'fast-check';
import { erased, filesOf } from '../../../shared/domain/erasing.ts';
import type { Change, Evidence, HistoryEntry } from '../../../shared/domain/evidence.ts';
import { appended, firstBrokenEntry, fitsHistory } from '../../../shared/domain/history.ts';
import { anEvidence, aTick, at } from '../../builders/domain/evidence.ts';
import { sha256 } from '../../builders/domain/history.ts';
import { anActor, learnerId, personIn } from '../../builders/domain/people.ts';

const file = {
  id: 'file-1',
  name: 'Ana Novak.pdf',
  size: 7,
  mediaType: 'application/pdf',
  sha256: 'a'.repeat(64),
  addedAt: at(1),
};
const attachment = file as unknown as Evidence['attachments'][number];
const changes: readonly Change[] = [
  { kind: 'created', after: { title: 'Ana Novak, my first week' } },
  { kind: 'edited', before: { narrative: 'I am Ana' }, after: { narrative: 'I am Ana Novak', method: 'observation' } },
  { kind: 'attached', after: attachment },
  { kind: 'detached', before: attachment },
  { kind: 'ticked', column: 'learner', added: [aTick('1.1', learnerId)], removed: [] },
  { kind: 'status', before: 'draft', after: 'submitted', feedback: '' },
  { kind: 'acceptedAll', column: 'assessor', of: 'learner', added: [aTick('1.1', personIn.assessor)] },
  { kind: 'commented', text: 'Ask Ana Novak' },
  { kind: 'status', before: 'submitted', after: 'assessed', feedback: 'Well done, Ana Novak' },
];
const chain = (list: readonly Change[], salted = true): HistoryEntry[] =>
  list.reduce<HistoryEntry[]>(
    (history, change, index) =>
      appended(
        { id: 'evidence-1', history },
        anActor('assessor'),
        at(index),
        change,
        sha256,
        ...(salted ? [`salt-${index}`] : []),
      ),
    [],
  );
const item = (history = chain(changes)): Evidence => ({
  ...anEvidence({ id: 'evidence-1' as Evidence['id'], status: 'assessed' }),
  title: 'Ana Novak, my first week',
  narrative: 'I am Ana Novak',
  links: [{ url: 'https://ana-novak.example', title: 'Ana Novak' }],
  ticks: { learner: [aTick('1.1', learnerId)], trainee: [], assessor: [aTick('1.1', personIn.assessor)] },
  feedback: [{ byId: personIn.assessor, at: at(9), text: 'Well done, Ana Novak', outcome: 'assessed' }],
  history,
});
const administrator = anActor('manager', { origin: 'system' });
const erase = (whole: Evidence) => erased(whole, administrator, at(50), sha256, 'salt-of-the-erasure');

describe('erasing an item', () => {
  it('leaves no text that anybody wrote', () => {
    const text = JSON.stringify(erase(item()));
    for (const word of ['Ana', 'Novak', 'novak', 'Well done', file.sha256]) expect(text).not.to.contain(word);
  });
  it('keeps ticks, status, moments and who decided', () => {
    const whole = item();
    const after = erase(whole);
    expect(after.ticks).to.deep.equal(whole.ticks);
    expect(after.status).to.equal('assessed');
    expect(after.method).to.equal(whole.method);
    expect(after.feedback).to.deep.equal([{ ...whole.feedback[0], text: '' }]);
    expect(after.history.slice(0, -1).map(({ byId, at: moment, hash }) => [byId, moment, hash])).to.deep.equal(
      whole.history.map(({ byId, at: moment, hash }) => [byId, moment, hash]),
    );
    expect(after.version).to.equal(whole.version + 1);
  });
  it('says in the history that it was done, and the history still verifies and leads to the item', () => {
    const after = erase(item());
    expect(after.history.at(-1)).to.deep.include({ actingAs: 'manager', origin: 'system' });
    expect(after.history.at(-1)?.change.kind).to.equal('erased');
    expect(firstBrokenEntry(after, sha256)).to.equal(null);
    expect(fitsHistory(after)).to.equal(true);
  });
  it('leaves entries as they are that hold no text', () => {
    const whole = item();
    expect(erase(whole).history[4]).to.deep.equal(whole.history[4]);
  });
  it('takes the salt along, so that nobody can try what the texts were', () => {
    const after = erase(item());
    const gone = after.history.filter((entry) => entry.erased);
    expect(gone.map(({ sequence }) => sequence)).to.deep.equal([0, 1, 2, 3, 7, 8]);
    for (const entry of gone) expect(entry).not.to.have.property('salt');
  });
  it('can be done to a history from before there was a salt', () => {
    expect(firstBrokenEntry(erase(item(chain(changes, false))), sha256)).to.equal(null);
  });
  it('changes nothing the second time, and goes on with what came since', () => {
    const once = erase(item());
    expect(erase(once)).to.equal(once);
    const later = appended(
      once,
      anActor('assessor'),
      at(60),
      { kind: 'status', before: 'assessed', after: 'submitted', feedback: 'Ana again' },
      sha256,
      's',
    );
    const twice = erase({ ...once, status: 'submitted', history: later });
    expect(JSON.stringify(twice)).not.to.contain('Ana');
    expect(firstBrokenEntry(twice, sha256)).to.equal(null);
  });
  it('finds the files of attachments that are there and that went', () => {
    expect([...filesOf(item())]).to.deep.equal([file.sha256]);
    expect([...filesOf(erase(item()))]).to.deep.equal([]);
  });

  describe('behind the application’s back', () => {
    it('is found: an entry cannot be called erased without an entry that vouches for it', () => {
      const [first, ...rest] = item().history;
      const forged = { ...first, change: { kind: 'created', after: { title: '' } }, erased: true } as HistoryEntry;
      expect(firstBrokenEntry({ id: 'evidence-1', history: [forged, ...rest] }, sha256)).to.equal(0);
    });
    it('is found: what is left of an erased entry cannot be edited, moved or taken out', () => {
      const { history } = erase(item());
      fc.assert(
        fc.property(
          fc.nat(history.length - 1),
          fc.constantFrom('at', 'byId', 'actingAs', 'hash', 'gone'),
          (index, field) => {
            const edited =
              field === 'gone'
                ? history.toSpliced(index, 1)
                : history.map((entry, place) => (place === index ? { ...entry, [field]: 'edited' } : entry));
            const broken = firstBrokenEntry({ id: 'evidence-1', history: edited }, sha256);
            // The newest entry can be taken off without a trace, erased ones before it are then vouched for by nobody.
            expect(broken).not.to.equal(null);
          },
        ),
      );
    });
  });
});
