import { expect } from 'chai';
import { enter } from '../../../lti-tool/use-cases/enter.ts';
import type { Launch } from '../../../lti-tool/use-cases/launch.ts';
import { authenticate } from '../../../lti-tool/use-cases/principal.ts';
import { chooseQualification } from '../../../lti-tool/use-cases/qualifications.ts';
import { viewCaseload } from '../../../lti-tool/use-cases/view-caseload.ts';
import { viewEnrolment } from '../../../lti-tool/use-cases/view-enrolment.ts';
import { viewMe } from '../../../lti-tool/use-cases/view-me.ts';
import { aLaunch, type Centre, openCentre } from '../../builders/tool/centre.ts';

const membership = 'http://purl.imsglobal.org/vocab/lis/v2/membership#';
const priya = { sub: '3', name: 'Priya Nair', givenName: 'Priya', familyName: 'Nair' };
const asTeacher = { person: priya, roles: [`${membership}Instructor`] };
const qualification = { number: '601/3562/1', version: '1' };

describe('resource links', () => {
  let centre: Centre;
  beforeEach(async () => {
    centre = await openCentre();
  });
  afterEach(() => centre.close());
  const entered = async (changes: Partial<Launch> = {}) => {
    const entry = await enter(centre.deps, aLaunch(changes));
    if (entry.kind !== 'entered') throw new Error(entry.reason);
    return { ...entry, principal: await authenticate(centre.deps, entry.token) };
  };
  const me = async (changes: Partial<Launch> = {}) => viewMe(centre.deps, (await entered(changes)).principal);
  /** A link without a qualification of its own, for which its teacher chose one. */
  const chosen = async (id: string, title: string) => {
    const { principal } = await entered({ ...asTeacher, custom: {}, resourceLink: { id, title } });
    await chooseQualification(centre.deps, principal, qualification);
    return viewMe(centre.deps, principal);
  };
  const copied = (custom: Record<string, string>, title = 'Portfolio') =>
    me({
      ...asTeacher,
      context: { id: '9', title: 'Next year', label: null },
      resourceLink: { id: '77', title },
      custom,
    });

  describe('copied', () => {
    it('keep the qualification that their custom parameters name, without asking anybody', async () => {
      const { qualificationId } = await me();
      expect((await copied({ cs_qualification: '601/3562/1' })).qualificationId).to.equal(qualificationId);
    });
    it('take the qualification of the link that the platform says they were copied from', async () => {
      const { qualificationId } = await chosen('1', 'Portfolio');
      expect((await copied({ cs_link_history: 'unknown,1' })).qualificationId).to.equal(qualificationId);
    });
    it('take that of the link with the same title in the course that theirs was copied from', async () => {
      const { qualificationId } = await chosen('1', 'Portfolio');
      expect((await copied({ cs_context_history: '2,1' })).qualificationId).to.equal(qualificationId);
    });
    it('take the only qualification of that course, where the title was changed', async () => {
      const { qualificationId } = await chosen('1', 'Portfolio');
      expect((await copied({ cs_context_history: '2' }, 'Renamed')).qualificationId).to.equal(qualificationId);
    });
    it('ask their teacher where the platform names nothing known, or leaves its variables as they are', async () => {
      await chosen('1', 'Portfolio');
      const left = { cs_link_history: '$ResourceLink.id.history', cs_context_history: '$Context.id.history' };
      expect((await copied(left)).qualificationId).to.equal(null);
      expect((await copied({ cs_context_history: 'unknown' })).qualificationId).to.equal(null);
    });
    it('never look into another tenant', async () => {
      await chosen('1', 'Portfolio');
      const other = { registrationId: 'registration-2', custom: { cs_link_history: '1', cs_context_history: '2' } };
      expect((await me({ ...asTeacher, ...other })).qualificationId).to.equal(null);
    });
  });

  describe('in the course’s own menu', () => {
    const menu = { ...asTeacher, custom: {}, resourceLink: { id: 'course-2', title: null }, ofCourse: true };
    it('are for the course’s qualification, where it has just one', async () => {
      const { qualificationId } = await chosen('1', 'Portfolio');
      expect((await me(menu)).qualificationId).to.equal(qualificationId);
    });
    it('ask their teacher where the course has none yet', async () =>
      expect((await me(menu)).qualificationId).to.equal(null));
    it('ask for an activity all the same: it may be for another qualification', async () => {
      await chosen('1', 'Portfolio');
      expect((await me({ ...menu, ofCourse: false })).qualificationId).to.equal(null);
    });
    it('never look into another course', async () => {
      await chosen('1', 'Portfolio');
      const other = { ...menu, context: { id: '9', title: 'Another', label: null } };
      expect((await me(other)).qualificationId).to.equal(null);
    });
  });

  describe('made for some units', () => {
    const withUnits = (units: string, id = '1') => ({
      custom: { cs_qualification: '601/3562/1', cs_version: '1', cs_units: units },
      resourceLink: { id, title: `Units ${units}` },
    });
    const unitsOf = async (changes: Partial<Launch>) => {
      const { principal } = await entered(changes);
      const { enrolmentId } = await viewMe(centre.deps, principal);
      if (!enrolmentId) throw new Error('no enrolment');
      return viewEnrolment(centre.deps, principal, enrolmentId);
    };
    it('enrol learners on these units', async () => {
      const { unitRefs, total } = await unitsOf(withUnits('202,201'));
      expect(unitRefs).to.deep.equal(['201', '202']);
      expect(total).to.be.below((await unitsOf({ registrationId: 'registration-2' })).total);
    });
    it('enrol on all units where they name none that there is', async () => {
      expect((await unitsOf(withUnits('999'))).unitRefs.length).to.be.greaterThan(2);
    });
    it('add their units to those of another link of the course, for who was there before and who comes after', async () => {
      const before = await unitsOf(withUnits('201'));
      await entered({ ...asTeacher, ...withUnits('202', '2') });
      const after = await unitsOf(withUnits('201'));
      expect(after.id).to.equal(before.id);
      expect([...after.unitRefs].sort()).to.deep.equal(['201', '202']);
      expect(after.total).to.be.greaterThan(before.total);
      const kwame = { sub: '6', name: 'Kwame Boateng', givenName: 'Kwame', familyName: 'Boateng' };
      expect((await unitsOf({ ...withUnits('201'), person: kwame })).unitRefs).to.deep.equal(['201', '202']);
    });
    it('fall back to the version that there is', async () => {
      const { qualificationId } = await me({ custom: { cs_qualification: '601/3562/1', cs_version: 'gone' } });
      expect(qualificationId).to.be.a('string');
    });
  });

  it('follow the titles of the LMS, and keep them where a message has none', async () => {
    const renamed = {
      context: { id: '2', title: 'Customer care', label: null },
      resourceLink: { id: '1', title: 'Folder' },
    };
    expect(await me(renamed)).to.deep.include({ linkTitle: 'Folder', context: { title: 'Customer care' } });
    const silent = { context: { id: '2', title: null, label: null }, resourceLink: { id: '1', title: null } };
    expect(await me(silent)).to.deep.include({ linkTitle: 'Folder', context: { title: 'Customer care' } });
  });
  it('keep their services where a message does not speak of them, and forget a column that is gone', async () => {
    const linkOf = async (changes: Partial<Launch>) => {
      const { principal } = await entered(changes);
      return centre.store.stores.places.findLink(principal.tenantId, principal.linkId);
    };
    await entered({ membershipsUrl: 'https://lms.example/members' });
    const kept = await linkOf({ scores: null, membershipsUrl: null });
    expect(kept).to.include({
      lineItemUrl: 'https://lms.example/lineitems/1/lineitem?type_id=1',
      membershipsUrl: 'https://lms.example/members',
    });
    const scores = { scopes: [], lineItemUrl: null, lineItemsUrl: 'https://lms.example/lineitems' };
    expect((await linkOf({ scores }))?.lineItemUrl).to.equal(null);
  });

  describe('opened for one learner’s work', () => {
    const review = { sub: '5', name: null, givenName: null, familyName: null };
    const asReview = { ...asTeacher, messageType: 'LtiSubmissionReviewRequest', review } as const;
    it('open what waits for an assessor, and else the learner’s page', async () => {
      const amelia = (await entered()).principal;
      const { enrolmentId } = await viewMe(centre.deps, amelia);
      expect((await entered(asReview)).start).to.deep.equal(['enrolment', enrolmentId]);
      const item = await centre.submitted(amelia, ['201/1.1']);
      expect((await entered(asReview)).start).to.deep.equal(['evidence', item.id]);
      const manager = { ...asReview, roles: [`${membership}Administrator`] };
      expect((await entered(manager)).start).to.deep.equal(['enrolment', enrolmentId]);
    });
    it('open the page of a learner who never came, whom the platform knows', async () => {
      const never = { ...review, sub: '55', name: 'Nadia Never', givenName: 'Nadia' };
      const { start, principal } = await entered({ ...asReview, review: never });
      expect(start?.[0]).to.equal('enrolment');
      const { rows } = await viewCaseload(centre.deps, principal);
      expect(rows.map((row) => row.learner.name)).to.deep.equal(['Nadia Never']);
    });
    it('do not make a person up from an address', async () => {
      await entered();
      const plain = { ...asTeacher, review: { ...review, sub: 'made-up' } };
      expect((await entered(plain)).start).to.equal(null);
      expect((await entered({ ...asTeacher, review })).start?.[0]).to.equal('enrolment');
    });
    it('open a learner’s own page for the learner, whoever is named', async () => {
      await entered({ person: { ...priya, sub: '6', name: 'Kwame' } });
      expect((await entered({ ...asReview, person: aLaunch().person, roles: aLaunch().roles })).start).to.equal(null);
    });
    it('open the first screen in a link without a qualification', async () => {
      expect((await entered({ ...asReview, custom: {} })).start).to.equal(null);
    });
  });
});
