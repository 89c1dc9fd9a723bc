import { expect } from 'chai';
import { holdingBackCsv } from '../../../../lti-tool/panel/reports/holding-back-csv.ts';
import type { HoldingBackView } from '../../../../shared/api/report-views.ts';

const now = Date.parse('2026-11-23T09:00:00.000Z');
const waiting = {
  ...{ unconfirmed: 3, items: 1, learners: 1 },
  ...{ oldestAt: '2026-11-13T10:00:00.000Z', meanAt: '2026-11-13T10:00:00.000Z' },
};
const report: HoldingBackView = {
  assessors: [{ ...waiting, assessor: null }],
  units: [{ ...waiting, unitRef: '201' }],
  evidence: [
    {
      ...{ evidenceId: 'EV1' as never, enrolmentId: 'E1' as never, title: '=Call', assessors: [], unitRefs: ['201'] },
      ...{ learner: { id: 'L1' as never, name: 'Amy Hart', givenName: 'Amy' }, unconfirmed: 3, toCountersign: 0 },
      since: '2026-11-13T10:00:00.000Z',
    },
  ],
};

describe('what holds progress back, as CSV', () => {
  it('has a line for each assessor, unit and evidence item with its age in days', () => {
    const csv = holdingBackCsv(report, (ref) => `${ref} Serve`, now);
    expect(csv.slice(1).split('\r\n')).to.deep.equal([
      'Kind,Name,Learner,Assessor,Unconfirmed,Since,Oldest',
      'Assessor,Nobody named,,,3,2026-11-13,10',
      'Unit,201 Serve,,,3,2026-11-13,10',
      "Evidence,'=Call,Amy Hart,,3,2026-11-13,10",
      '',
    ]);
  });
});
