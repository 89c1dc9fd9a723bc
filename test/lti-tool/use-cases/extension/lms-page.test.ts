import { expect } from 'chai';
import { lmsPageOf } from '../../../../lti-tool/use-cases/extension/lms-page.ts';
import { aLaunch } from '../../../builders/tool/centre.ts';

const canvas = {
  product: 'canvas',
  issuer: 'https://canvas.instructure.com',
  context: { id: '4dde05e8ca1973bcca9bffc13e1548820eee93a3', title: 'Course', label: 'C' },
  resourceLink: { id: 'b2c0', title: 'Portfolio' },
  custom: {},
};
const services = (lineItemsUrl: string) => ({ scopes: [], lineItemUrl: null, lineItemsUrl });

describe('where the pages of a launch are in its LMS', () => {
  it('is read from a Moodle’s own ids and address, with a path where it lives below one', () => {
    expect(lmsPageOf(aLaunch({ issuer: 'https://college.example/moodle/' }))).to.deep.equal({
      product: 'moodle',
      lmsUrl: 'https://college.example/moodle',
      coursePageId: '2',
      activityUrl: 'https://college.example/moodle/mod/lti/view.php?l=1',
    });
  });
  it('is the school’s own host for Canvas, not the issuer that all schools share', () => {
    const scores = services('https://college.instructure.com/api/lti/courses/17/line_items');
    expect(lmsPageOf(aLaunch({ ...canvas, scores }))).to.deep.equal({
      product: 'canvas',
      lmsUrl: 'https://college.instructure.com',
      coursePageId: '17',
      activityUrl: 'https://college.instructure.com/courses/17',
    });
  });
  it('is the assignment where Canvas was asked for its number, and the course where it did not tell', () => {
    const scores = services('https://college.instructure.com/api/lti/courses/17/line_items');
    const asked = (cs_canvas_assignment_id: string) =>
      lmsPageOf(aLaunch({ ...canvas, scores, custom: { cs_canvas_course_id: '17', cs_canvas_assignment_id } }));
    expect(asked('23')?.activityUrl).to.equal('https://college.instructure.com/courses/17/assignments/23');
    expect(asked('$Canvas.assignment.id')?.activityUrl).to.equal('https://college.instructure.com/courses/17');
    expect(asked('../../evil')?.activityUrl).to.equal('https://college.instructure.com/courses/17');
  });
  it('is not known for an LMS whose pages are not', () => {
    expect(lmsPageOf(aLaunch({ product: 'blackboard' }))).to.equal(null);
    expect(lmsPageOf(aLaunch({ ...canvas, scores: null, membershipsUrl: null }))).to.equal(null);
    expect(lmsPageOf(aLaunch({ issuer: 'not an address' }))).to.equal(null);
  });
});
