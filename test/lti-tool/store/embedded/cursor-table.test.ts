import { expect } from 'chai';
import { CursorTable } from '../../../../lti-tool/store/embedded/cursor-table.ts';

describe('the cursor table', () => {
  const documents = Array.from({ length: 5 }, (_, i) => Buffer.from([i]));

  it('gives a snapshot batch by batch and forgets it at the end', () => {
    const cursors = new CursorTable(() => 0);
    const first = cursors.open('d.c', documents, 2, true);
    expect(first.batch).to.deep.equal(documents.slice(0, 2));
    expect(cursors.next(first.id, 'd.c', 2).batch).to.deep.equal(documents.slice(2, 4));
    expect(cursors.next(first.id, 'd.c', 2)).to.deep.equal({ id: 0, batch: documents.slice(4) });
    expect(cursors.size).to.equal(0);
  });

  it('keeps nothing when all fits or the rest is not wanted', () => {
    const cursors = new CursorTable(() => 0);
    expect(cursors.open('d.c', documents, 5, true).id).to.equal(0);
    expect(cursors.open('d.c', documents, 2, false).id).to.equal(0);
  });

  it('limits a batch to 16 MB, but to one document at least', () => {
    const large = Array.from({ length: 3 }, () => Buffer.alloc(9 * 1024 * 1024));
    const cursors = new CursorTable(() => 0);
    expect(cursors.open('d.c', large, Number.POSITIVE_INFINITY, true).batch).to.have.length(1);
  });

  it('ends a cursor that was idle for ten minutes', () => {
    let now = 0;
    const cursors = new CursorTable(() => now);
    const { id } = cursors.open('d.c', documents, 1, true);
    now = 599_999;
    cursors.expire();
    cursors.next(id, 'd.c', 1);
    now += 600_000;
    cursors.expire();
    expect(() => cursors.next(id, 'd.c', 1))
      .to.throw('not found')
      .with.property('code', 43);
  });

  it('ends the cursor idle for longest when there are a thousand others', () => {
    const cursors = new CursorTable(() => 0);
    const first = cursors.open('d.c', documents, 1, true);
    const second = cursors.open('d.c', documents, 1, true);
    cursors.next(first.id, 'd.c', 1);
    for (let i = 0; i < 999; i++) cursors.open('d.c', documents, 1, true);
    expect(cursors.size).to.equal(1000);
    expect(cursors.kill(second.id)).to.equal(false);
    expect(cursors.kill(first.id)).to.equal(true);
  });

  it('does not give a cursor to another collection', () => {
    const cursors = new CursorTable(() => 0);
    const { id } = cursors.open('d.c', documents, 1, true);
    expect(() => cursors.next(id, 'd.other', 1)).to.throw('not found');
  });
});
