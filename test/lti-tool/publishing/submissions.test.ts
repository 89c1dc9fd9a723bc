import { expect } from 'chai';
import { type Centre, openCentre } from '../../builders/tool/centre.ts';
import { type FakeGradebook, fakeGradebook, publisherOf } from '../../builders/tool/fake-gradebook.ts';
import { type LearnerAtWork, learnerAtWork } from './learner-at-work.ts';

const own = 'https://lms.example/lineitems/1/lineitem?type_id=1';
const silence = { kind: 'retry', status: null, retryAfterMs: null, reason: 'no answer' } as const;

describe('what Canvas’s SpeedGrader is told', () => {
  let centre: Centre;
  let lms: FakeGradebook;
  let amelia: LearnerAtWork;
  const open = async (product: string | null) => {
    centre = await openCentre();
    lms = fakeGradebook();
    const priya = await centre.person('Priya Nair', 'assessor', { product });
    amelia = await learnerAtWork(centre, await centre.person('Amelia Hart', 'learner', { product }), priya);
    await amelia.confirm('201/1.1');
  };
  afterEach(() => centre.close());
  const publish = async () => {
    centre.deps.clock.advance(61_000);
    await publisherOf(centre, lms).drain();
  };
  const said = () => lms.sent.map((score) => score.submission?.isNew);

  it('a new submission with the first score, and none with the following', async () => {
    await open('canvas');
    await publish();
    await amelia.confirm('201/1.2');
    await publish();
    expect(said()).to.deep.equal([true, false]);
    const [first, second] = lms.sent;
    expect(first?.submission?.at).to.equal(first?.timestamp);
    expect(second?.submission?.at).to.equal(first?.timestamp);
  });
  it('nothing where the platform is another', async () => {
    await open('moodle');
    await publish();
    expect(said()).to.deep.equal([undefined]);
  });
  it('once more where the first score was refused', async () => {
    await open('canvas');
    lms.answers.push({ ...silence, status: 503 });
    await publish();
    await publish();
    expect(said()).to.deep.equal([true, true]);
  });
  it('not once more where only the answer was lost, though progress went on', async () => {
    await open('canvas');
    lms.answers.push(() => {
      const sent = lms.sent.at(-1);
      lms.grades.set(`${own} amelia-hart`, {
        resultScore: ((sent?.scoreGiven ?? 0) * 100) / (sent?.scoreMaximum ?? 1),
        timestamp: sent?.timestamp ?? null,
      });
      return silence;
    });
    await publish();
    lms.items.clear();
    await amelia.confirm('201/1.2');
    await publish();
    expect(said()).to.deep.equal([true, false]);
  });
  it('a new submission to another line item, where the first was deleted', async () => {
    await open('canvas');
    await publish();
    lms.remove(own);
    const url = 'https://lms.example/lineitems/7/lineitem?type_id=1';
    const unnamed = { resourceId: null, tag: null, resourceLinkId: '1' };
    lms.items.set(url, { url, label: 'Portfolio', scoreMaximum: 100, ...unnamed });
    await amelia.confirm('201/1.2');
    await publish();
    await publish();
    expect(said().at(-1)).to.equal(true);
    expect((await amelia.column()).submission?.lineItemUrl).to.equal(url);
  });
});
