import { expect } from 'chai';
import type { Principal } from '../../../lti-tool/use-cases/principal.ts';
import type { LineItemFault } from '../../../lti-tool/use-cases/publishing/line-items.ts';
import { aLaunch, type Centre, openCentre } from '../../builders/tool/centre.ts';
import { type FakeGradebook, fakeGradebook, publisherOf } from '../../builders/tool/fake-gradebook.ts';
import { type LearnerAtWork, learnerAtWork } from './learner-at-work.ts';

const own = 'https://lms.example/lineitems/1/lineitem?type_id=1';
const total = 81;
const fault = (changes: Partial<LineItemFault>): LineItemFault => ({
  ...{ kind: 'fault', lasting: true, status: 403, reason: 'not allowed', retryAfterMs: null },
  ...changes,
});

describe('the gradebook column', () => {
  let centre: Centre;
  let priya: Principal;
  let lms: FakeGradebook;
  let amelia: LearnerAtWork;
  const open = async (scores: ReturnType<typeof aLaunch>['scores']) => {
    priya = await centre.person('Priya Nair', 'assessor', { scores });
    amelia = await learnerAtWork(centre, await centre.person('Amelia Hart', 'learner', { scores }), priya);
  };
  const { scores } = aLaunch();
  const withoutColumn = scores && { ...scores, lineItemUrl: null };
  beforeEach(async () => {
    centre = await openCentre();
    lms = fakeGradebook();
  });
  afterEach(() => centre.close());
  const publish = (milliseconds = 2_000) => {
    centre.deps.clock.advance(milliseconds);
    return publisherOf(centre, lms).drain();
  };
  const columns = async () => {
    const { tenantId, contextId, qualificationId } = await amelia.enrolment();
    return centre.store.stores.publishing.columnsOf(tenantId, contextId, qualificationId);
  };

  describe('of an activity that has one', () => {
    beforeEach(() => open(scores));

    it('gets the number of criteria as its maximum before the first score, and keeps its label', async () => {
      await amelia.confirm('201/1.1');
      await publish();
      expect(lms.calls.slice(0, 4)).to.deep.equal(['read', 'change', 'results', 'publish']);
      expect(lms.items.get(own)).to.deep.include({ scoreMaximum: total, label: 'Portfolio' });
      expect(lms.grades.get(`${own} amelia-hart`)?.resultScore).to.equal(1);
    });
    it('is asked about once, not with every score', async () => {
      await amelia.confirm('201/1.1');
      await publish();
      await amelia.confirm('201/1.2');
      await publish();
      expect(lms.calls.filter((call) => call === 'read').length).to.equal(1);
    });
    it('takes scores on its own scale where the LMS does not let this tool set the maximum', async () => {
      lms.failItems(fault({}));
      await amelia.confirm('201/1.1');
      await publish();
      await amelia.confirm('201/1.2');
      await publish();
      expect(lms.sent.length).to.equal(2);
      expect(lms.calls.filter((call) => call === 'read').length).to.equal(1);
      expect((await columns())[0]?.refusedMaximum).to.equal(total);
    });
    it('is tried again later where the LMS does not answer about it', async () => {
      lms.failItems(fault({ lasting: false, status: 503, reason: 'busy' }));
      await amelia.confirm('201/1.1');
      await publish();
      expect(lms.sent).to.deep.equal([]);
      expect((await amelia.column()).trouble).to.deep.include({ code: 'failed', reason: 'busy' });
      lms.failItems(null);
      await publish();
      expect(lms.sent.length).to.equal(1);
    });
    it('follows when the chosen units change, and everybody’s score is sent on the new scale', async () => {
      const kwame = await learnerAtWork(centre, await centre.person('Kwame Boateng', 'learner', { scores }), priya);
      for (const learner of [amelia, kwame]) await learner.confirm('201/1.1');
      await publish();
      for (const learner of [amelia, kwame]) {
        const { tenantId, id, progress, staleMark } = await learner.enrolment();
        const { enrolments } = centre.store.stores;
        await enrolments.writeProgress(tenantId, id, { ...progress, total: 40 }, staleMark, true);
        await publish();
      }
      await publish();
      expect(lms.items.get(own)?.scoreMaximum).to.equal(40);
      for (const user of ['amelia-hart', 'kwame-boateng'])
        expect(lms.grades.get(`${own} ${user}`)?.resultScore).to.equal(1);
    });
    it('has room for whoever has chosen the most units', async () => {
      const kwame = await learnerAtWork(centre, await centre.person('Kwame Boateng', 'learner', { scores }), priya);
      const { tenantId, id, progress, staleMark } = await kwame.enrolment();
      await centre.store.stores.enrolments.writeProgress(
        ...([tenantId, id, { ...progress, total: 20, confirmed: 1 }, staleMark, true] as const),
      );
      await amelia.confirm('201/1.1');
      await publish();
      await publish();
      expect(lms.items.get(own)?.scoreMaximum).to.equal(total);
      expect(lms.calls.filter((call) => call === 'change').length).to.equal(1);
    });
    it('is reported when it was deleted, and the next launch brings another', async () => {
      await amelia.confirm('201/1.1');
      await publish();
      lms.remove(own);
      await amelia.confirm('201/1.2');
      await publish();
      await publish();
      expect((await amelia.column()).trouble).to.deep.include({ code: 'columnGone', nextTryAt: null });
      const other = 'https://lms.example/lineitems/9/lineitem?type_id=1';
      await centre.person('Amelia Hart', 'learner', { scores: scores && { ...scores, lineItemUrl: other } });
      await publish();
      expect(lms.grades.get(`${other} amelia-hart`)?.resultScore).to.equal(2);
    });
    it('is found where the activity has got another one meanwhile', async () => {
      await amelia.confirm('201/1.1');
      await publish();
      lms.remove(own);
      const url = 'https://lms.example/lineitems/7/lineitem?type_id=1';
      lms.items.set(url, {
        url,
        label: 'Portfolio',
        scoreMaximum: 100,
        resourceId: null,
        tag: null,
        resourceLinkId: '1',
      });
      await amelia.confirm('201/1.2');
      await publish();
      await publish();
      expect(lms.grades.get(`${url} amelia-hart`)?.resultScore).to.equal(2);
      expect((await columns())[0]).to.deep.include({ lineItemUrl: url, lostUrl: own });
    });
  });

  describe('of an activity that has none', () => {
    beforeEach(() => open(withoutColumn));

    it('is made once, standing alone, however many publishers there are', async () => {
      const kwame = await learnerAtWork(
        centre,
        await centre.person('Kwame Boateng', 'learner', { scores: withoutColumn }),
        priya,
      );
      for (const learner of [amelia, kwame]) await learner.confirm('201/1.1');
      centre.deps.clock.advance(2_000);
      const publishers = Array.from({ length: 4 }, (_, index) => publisherOf(centre, lms, { owner: `p${index}` }));
      await Promise.all(publishers.map((publisher) => publisher.drain()));
      await publish();
      expect(lms.calls.filter((call) => call === 'create').length).to.equal(1);
      const [item] = [...lms.items.values()];
      expect(item).to.deep.include({
        ...{ label: 'Portfolio', scoreMaximum: total, resourceId: 'cs-601/3562/1', tag: 'countersign' },
        resourceLinkId: null,
      });
      expect([...lms.grades.values()].map((grade) => grade.resultScore)).to.deep.equal([1, 1]);
    });
    it('is found, not made twice, after a crash between making it and writing it down', async () => {
      await amelia.confirm('201/1.1');
      centre.deps.clock.advance(2_000);
      const { publishing } = centre.deps.stores;
      const failing = {
        ...publishing,
        changeColumn: async () => {
          throw new Error('The process ends here.');
        },
      };
      await publisherOf(centre, lms, { stores: { ...centre.deps.stores, publishing: failing } }).drain();
      expect(lms.calls.filter((call) => call === 'create').length).to.equal(1);
      for (let round = 0; round < 3; round += 1) await publish(60_001);
      expect(lms.calls.filter((call) => call === 'create').length).to.equal(1);
      expect([...lms.grades.values()].map((grade) => grade.resultScore)).to.deep.equal([1]);
    });
    it('is found again by its resource id and tag', async () => {
      const url = 'https://lms.example/lineitems/5';
      const made = { resourceId: 'cs-601/3562/1', tag: 'countersign', resourceLinkId: null };
      lms.items.set(url, { url, label: 'Renamed by the teacher', scoreMaximum: total, ...made });
      await amelia.confirm('201/1.1');
      await publish();
      expect(lms.calls).not.to.include('create');
      expect(lms.grades.get(`${url} amelia-hart`)?.resultScore).to.equal(1);
    });
    it('is made anew when it was deleted, with everybody’s score', async () => {
      const kwame = await learnerAtWork(
        centre,
        await centre.person('Kwame Boateng', 'learner', { scores: withoutColumn }),
        priya,
      );
      for (const learner of [amelia, kwame]) await learner.confirm('201/1.1');
      await publish();
      const first = [...lms.items.keys()][0] ?? '';
      lms.remove(first);
      await amelia.confirm('201/1.2');
      await publish();
      await publish();
      const second = [...lms.items.keys()][1];
      expect(lms.grades.get(`${second} amelia-hart`)?.resultScore).to.equal(2);
      expect(lms.grades.get(`${second} kwame-boateng`)?.resultScore).to.equal(1);
    });
  });

  it('is said to be missing where the LMS offers no grading at all', async () => {
    await open(null);
    await amelia.confirm('201/1.1');
    await publish();
    expect((await amelia.column()).trouble).to.deep.include({ code: 'noColumn', nextTryAt: null });
    expect(lms.calls).to.deep.equal([]);
  });
});
