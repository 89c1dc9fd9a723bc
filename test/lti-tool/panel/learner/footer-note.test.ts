import { expect } from 'chai';
import { footerNote } from '../../../../lti-tool/panel/learner/footer-note.ts';
import { ApiError } from '../../../../shared/client/api-client.ts';
import { type PersonId, parseId } from '../../../../shared/domain/ids.ts';

const priya = { id: parseId<PersonId>('p2'), name: 'Priya Nair', givenName: 'Priya' };
const calm = {
  saving: { kind: 'saved', at: null },
  savedOnRequest: false,
  awaitsFiles: false,
  submitted: false,
  assessors: [priya],
} as const;

describe('footerNote', () => {
  it('says who will see it, by name', () => {
    expect(footerNote(calm).text).to.match(/^Priya Nair will see it/);
    expect(footerNote({ ...calm, assessors: [] }).text).to.match(/^A qualified assessor will see it/);
    expect(footerNote({ ...calm, assessors: [priya, priya], submitted: true }).text).to.equal(
      'Each of your assessors sees your changes at once.',
    );
  });
  it('says that it is saved, once asked to save', () => {
    expect(footerNote({ ...calm, savedOnRequest: true })).to.deep.include({ tone: 'said' });
    expect(footerNote({ ...calm, savedOnRequest: true, saving: { kind: 'saving' } }).tone).to.equal('quiet');
  });
  it('asks to wait for files', () => {
    expect(footerNote({ ...calm, awaitsFiles: true }).text).to.match(/^Wait until your files/);
  });
  it('puts trouble first', () => {
    const kept = { kind: 'kept', error: new ApiError('offline', '') } as const;
    const refused = { kind: 'refused', error: new ApiError('evidenceLocked', '') } as const;
    expect(footerNote({ ...calm, awaitsFiles: true, saving: kept }).text).to.equal('No connection: kept here.');
    expect(footerNote({ ...calm, savedOnRequest: true, saving: refused }).tone).to.equal('missing');
  });
});
