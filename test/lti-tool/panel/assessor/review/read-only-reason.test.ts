import { expect } from 'chai';
import { readOnlyReason } from '../../../../../lti-tool/panel/assessor/review/read-only-reason.ts';
import type { MeView } from '../../../../../shared/api/views.ts';
import { type PersonId, parseId } from '../../../../../shared/domain/ids.ts';
import { evidence, id } from './evidence-sample.ts';

const now = Date.parse('2026-11-23T12:00:00.000Z');
const person = { id: parseId<PersonId>('P1'), name: 'Priya Nair', givenName: 'Priya' };
const assessor: Pick<MeView, 'role' | 'person'> = { role: 'assessor', person };
const look = { tick: null };
const said = { byName: 'Priya Nair', at: '2026-11-18T10:00:00.000Z', text: 'Well done' };

describe('why a review is read-only', () => {
  it('has no reason where one may tick', () => {
    expect(readOnlyReason(evidence(), assessor, now)).to.equal(null);
  });

  it('says who finished it and when', () => {
    const item = evidence({ status: 'assessed', feedback: [{ ...said, outcome: 'assessed' }], may: look });
    expect(readOnlyReason(item, assessor, now)).to.equal(
      'Review finished by Priya Nair on 18 Nov. It cannot be changed any more.',
    );
  });

  it('says who has to act on a returned, a draft, a withdrawn and a reopened item', () => {
    const returned = evidence({ status: 'returned', feedback: [{ ...said, outcome: 'returned' }], may: look });
    expect(readOnlyReason(returned, assessor, now)).to.contain('Amelia changes it and submits it again');
    expect(readOnlyReason(evidence({ status: 'draft', may: look }), assessor, now)).to.contain('has not submitted');
    expect(readOnlyReason(evidence({ status: 'withdrawn', may: look }), assessor, now)).to.contain('withdrew');
    const reopened = evidence({ status: 'assessed', reopened: [id('201/1.1')], may: look });
    expect(readOnlyReason(reopened, { ...assessor, role: 'iqa' }, now)).to.contain('confirms it again');
  });

  it("says that one's own evidence is for another assessor", () => {
    const item = evidence({ learner: person, may: look });
    expect(readOnlyReason(item, assessor, now)).to.contain('your own evidence');
  });

  it('tells a role that only looks who ticks', () => {
    expect(readOnlyReason(evidence({ may: look }), { ...assessor, role: 'eqa' }, now)).to.contain(
      'only assessors tick',
    );
    expect(readOnlyReason(evidence({ may: look }), assessor, now)).to.contain('centre manager');
  });
});
