import { expect } from 'chai';
import { createLanes } from '../../../lti-tool/publisher/lanes.ts';
import type { PublishReport } from '../../../lti-tool/use-cases/publishing/publish-enrolment.ts';
import { createTurns } from '../../../lti-tool/use-cases/publishing/turns.ts';
import { parseId, type TenantId } from '../../../shared/domain/ids.ts';

const tenant = (id: string, registrationId: string) => ({ id: parseId<TenantId>(id), registrationId });
const moodle = tenant('T1', 'moodle');
const canvas = tenant('T2', 'canvas');
const report = (health: PublishReport['health'], retryAfterMs: number | null = null): PublishReport => ({
  ...{ health, retryAfterMs, accepted: 1 },
});

/** Work that ends when told, and counts how much of it is under way. */
function aSite() {
  const ends: Array<(report: PublishReport) => void> = [];
  let started = 0;
  return {
    started: () => started,
    work: () => {
      started += 1;
      return new Promise<PublishReport>((resolve) => ends.push(resolve));
    },
    end: (how: PublishReport) => ends.shift()?.(how),
  };
}
const settle = () => new Promise((resolve) => setImmediate(resolve));

describe('the lanes of a publisher', () => {
  let now = 0;
  const lanes = () => createLanes({ now: () => now, random: () => 1, perPlatform: 2 });

  it('let so many in at once, and the others when there is room', async () => {
    const [lane, site] = [lanes(), aSite()];
    const all = [1, 2, 3].map(() => lane.enter(moodle, site.work));
    await settle();
    expect(site.started()).to.equal(2);
    site.end(report('up'));
    await settle();
    expect(site.started()).to.equal(3);
    site.end(report('up'));
    site.end(report('up'));
    expect((await Promise.all(all)).length).to.equal(3);
  });
  it('keep a slow platform from holding up another', async () => {
    const [lane, slow, quick] = [lanes(), aSite(), aSite()];
    for (let one = 0; one < 4; one += 1) void lane.enter(moodle, slow.work);
    const done = lane.enter(canvas, quick.work);
    await settle();
    expect(quick.started()).to.equal(1);
    expect(lane.full()).to.deep.equal([moodle.id]);
    quick.end(report('up'));
    expect(await done).to.deep.equal(report('up'));
  });
  it('send all away while the platform rests, and say until when', async () => {
    const [lane, site] = [lanes(), aSite()];
    const first = lane.enter(moodle, site.work);
    const second = lane.enter(moodle, site.work);
    const third = lane.enter(moodle, site.work);
    await settle();
    site.end(report('down', 30_000));
    await first;
    expect(await third).to.deep.equal({ opensAt: now + 30_000 });
    expect(lane.full()).to.deep.equal([moodle.id]);
    site.end(report('untouched'));
    await second;
    now += 30_000;
    expect(lane.full()).to.deep.equal([]);
  });
  it('make room again after work that failed in an unexpected way', async () => {
    const lane = lanes();
    const fail = async (): Promise<PublishReport> => {
      throw new Error('database');
    };
    for (let one = 0; one < 4; one += 1)
      expect(await lane.enter(moodle, fail).catch((error: Error) => error.message)).to.equal('database');
    expect(await lane.enter(moodle, async () => report('up'))).to.deep.equal(report('up'));
  });
});

describe('turns at a platform', () => {
  it('are taken by so many at once, and passed on also by those that fail', async () => {
    const turn = createTurns(2);
    const party = { issuer: 'i', clientId: 'c' };
    let underWay = 0;
    let most = 0;
    const call = (index: number) => async () => {
      underWay += 1;
      most = Math.max(most, underWay);
      await settle();
      underWay -= 1;
      if (index % 3 === 0) throw new Error('cut off');
    };
    const all = Array.from({ length: 9 }, (_, index) => turn(party, call(index)).catch(() => {}));
    const other = turn({ issuer: 'other', clientId: 'c' }, async () => 'at once');
    expect(await other).to.equal('at once');
    await Promise.all(all);
    expect(most).to.equal(2);
  });
});
