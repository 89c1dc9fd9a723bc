import { expect } from 'chai';
import { type FakePlatform, json, type Reply, startFakePlatform } from '../../builders/lti/fake-platform.ts';
import { type StartedEdge, startEdge } from '../../builders/lti/started-edge.ts';

const itemPath = '/services.php/2/lineitems/2/lineitem';
const listPath = '/services.php/2/lineitems';
const itemType = 'application/vnd.ims.lis.v2.lineitem+json';

describe('line items', () => {
  let platform: FakePlatform;
  let started: StartedEdge;
  beforeEach(async () => {
    platform = await startFakePlatform();
    started = await startEdge();
    await started.edge.registrations.add(platform.registration);
  });
  afterEach(async () => {
    await started.close();
    await platform.close();
  });
  const party = () => ({ issuer: platform.registration.issuer, clientId: platform.registration.clientId });
  const address = () => ({ ...party(), lineItemUrl: `${platform.url}${itemPath}?type_id=1` });
  const list = () => ({ ...party(), lineItemsUrl: `${platform.url}${listPath}?type_id=1` });
  /** As a real Moodle describes an activity's own column. */
  const own = () => ({
    id: `${platform.url}${itemPath}?type_id=1`,
    label: 'Unit 1 evidence',
    scoreMaximum: 100,
    resourceId: 'res-u1',
    tag: 'progress',
    resourceLinkId: '1',
    ltiLinkId: '1',
  });
  /** Another of the same list. */
  const standing = (changes: object) => {
    const { resourceLinkId: _, ltiLinkId: __, ...alone } = own();
    return { ...alone, id: `${platform.url}/services.php/2/lineitems/5/lineitem?type_id=1`, ...changes };
  };

  it('are read with their query and the exact media type', async () => {
    platform.at(itemPath, json(own()));
    expect(await started.edge.lineItems.read(address())).to.deep.equal({
      ...{ url: own().id, label: 'Unit 1 evidence', scoreMaximum: 100 },
      ...{ resourceId: 'res-u1', tag: 'progress', resourceLinkId: '1' },
    });
    const [request] = platform.requestsFor(itemPath);
    expect(request?.url).to.equal(`${itemPath}?type_id=1`);
    expect(request?.headers.accept).to.equal(itemType);
  });
  it('get another maximum with all else as the platform has it: a PUT renames a Moodle column', async () => {
    platform.at(itemPath, (request, response) =>
      request.method === 'PUT'
        ? json(JSON.parse(request.body))(request, response)
        : json({ ...own(), startDateTime: '2026-09-01T00:00:00Z' })(request, response),
    );
    const changed = await started.edge.lineItems.change(address(), { scoreMaximum: 81 });
    expect(changed).to.deep.include({ scoreMaximum: 81, label: 'Unit 1 evidence' });
    const put = platform.requestsFor(itemPath).at(-1);
    expect(put).to.deep.include({ method: 'PUT', url: `${itemPath}?type_id=1` });
    expect(put?.headers['content-type']).to.equal(itemType);
    const sent = { ...own(), startDateTime: '2026-09-01T00:00:00Z', scoreMaximum: 81 };
    expect(JSON.parse(put?.body ?? '')).to.deep.equal(sent);
  });
  it('are found by resource id and tag, also where the platform does not filter', async () => {
    const wanted = standing({ resourceId: 'cs-1', tag: 'countersign' });
    platform.at(listPath, json([own(), standing({ resourceId: 'cs-1', tag: 'other' }), wanted]));
    const found = await started.edge.lineItems.find(list(), { resourceId: 'cs-1', tag: 'countersign' });
    expect(found).to.deep.include({ url: wanted.id, resourceId: 'cs-1', resourceLinkId: null });
    expect(platform.requestsFor(listPath)[0]?.url).to.equal(`${listPath}?type_id=1&resource_id=cs-1&tag=countersign`);
    expect(await started.edge.lineItems.find(list(), { resourceId: 'cs-2', tag: 'countersign' })).to.equal(null);
  });
  it('are found on later pages, and by the activity they belong to', async () => {
    platform.at(listPath, (request, response) =>
      request.url.includes('page=2')
        ? json([own()])(request, response)
        : json([standing({})], 200, { link: `<${platform.url}${listPath}?page=2>; rel="next"` })(request, response),
    );
    const found = await started.edge.lineItems.find(list(), { resourceLinkId: '1' });
    expect(found).to.deep.include({ url: own().id });
  });
  it('are made standing alone, and named by the platform', async () => {
    const id = `${platform.url}/services.php/2/lineitems/9/lineitem?type_id=1`;
    platform.at(listPath, (request, response) => json({ ...JSON.parse(request.body), id }, 201)(request, response));
    const wanted = { label: 'Portfolio', scoreMaximum: 81, resourceId: 'cs-1', tag: 'countersign' };
    expect(await started.edge.lineItems.create(list(), wanted)).to.deep.include({ url: id, ...wanted });
    expect(JSON.parse(platform.requestsFor(listPath)[0]?.body ?? '')).to.deep.equal(wanted);
  });

  const reading = (reply: Reply) => {
    platform.at(itemPath, reply);
    return started.edge.lineItems.read(address());
  };
  it('tell what is gone, what is not allowed and what passes apart', async () => {
    expect(await reading(json({}, 404))).to.deep.include({ kind: 'fault', lasting: true, status: 404 });
    expect(await reading(json({}, 403))).to.deep.include({ kind: 'fault', lasting: true, status: 403 });
    expect(await reading(json({}, 503, { 'retry-after': '7' }))).to.deep.include({
      ...{ kind: 'fault', lasting: false, retryAfterMs: 7_000 },
    });
    expect(await reading((_request, response) => void response.destroy())).to.deep.include({
      ...{ kind: 'fault', lasting: false, status: null },
    });
  });
  it('are not believed where they make no sense', async () => {
    for (const body of [[], 'text', {}, { ...own(), label: 7 }, { ...own(), scoreMaximum: 0 }])
      expect(await reading(json(body))).to.deep.include({ kind: 'fault', lasting: true, status: 200 });
    expect(await reading((_request, response) => void response.end('<html>'))).to.deep.include({ kind: 'fault' });
    platform.at(listPath, json({ not: 'a list' }));
    expect(await started.edge.lineItems.find(list(), { resourceLinkId: '1' })).to.deep.include({ kind: 'fault' });
  });
  it('are asked for once more with a new token after a 401, and not followed to another origin', async () => {
    let refused = 0;
    platform.at(itemPath, (request, response) => {
      refused += 1;
      return refused === 1 ? json({}, 401)(request, response) : json(own())(request, response);
    });
    expect(await started.edge.lineItems.read(address())).to.deep.include({ scoreMaximum: 100 });
    const elsewhere = await startFakePlatform();
    expect(await reading(json({}, 307, { location: `${elsewhere.url}/steal` }))).to.deep.include({ status: 307 });
    expect(elsewhere.received).to.deep.equal([]);
    await elsewhere.close();
  });
});
