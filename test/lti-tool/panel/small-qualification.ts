import type { QualificationView } from '../../../shared/api/views.ts';
import { type CriterionId, parseId, type QualificationId } from '../../../shared/domain/ids.ts';
import { withCriterionIds } from '../../../shared/domain/qualification.ts';

/** Two units of a made-up qualification: 201 with 1.1, 1.2 and 2.1, 202 with 1.1 and 1.10. */
export const smallQualification: QualificationView = {
  id: parseId<QualificationId>('q1'),
  number: '601/3562/1',
  title: 'Diploma in Customer Service',
  level: 2,
  awardingOrganisation: 'An awarding organisation',
  version: '1',
  units: withCriterionIds([
    {
      ref: '201',
      title: 'Deliver customer service',
      mandatory: true,
      credit: 5,
      outcomes: [
        {
          ref: '1',
          title: 'Understand delivery',
          criteria: [
            { ref: '1.1', text: 'Explain customer needs' },
            { ref: '1.2', text: 'Describe products' },
          ],
        },
        { ref: '2', title: 'Understand the brand', criteria: [{ ref: '2.1', text: 'Explain what a brand is' }] },
      ],
    },
    {
      ref: '202',
      title: 'Understand customers',
      mandatory: false,
      credit: null,
      outcomes: [
        {
          ref: '1',
          title: 'Know types of customer',
          criteria: [
            { ref: '1.1', text: 'Describe types of customer' },
            { ref: '1.10', text: 'Describe a loyal customer' },
          ],
        },
      ],
    },
  ]) as QualificationView['units'],
};
export const criterion = (id: string): CriterionId => parseId<CriterionId>(id);
