import { expect } from 'chai';
import { connectedEdge } from '../../builders/lti/connected-edge.ts';
import { json, type Reply, startFakePlatform } from '../../builders/lti/fake-platform.ts';
import { fixture } from '../../builders/lti/fixture.ts';

const path = '/services.php/CourseSection/2/bindings/1/memberships';

describe('roster service', () => {
  const here = connectedEdge();
  const members = (query = '') =>
    here.started.edge.roster.members({
      issuer: here.platform.registration.issuer,
      clientId: here.platform.registration.clientId,
      membershipsUrl: `${here.platform.url}${path}${query}`,
    });
  const recorded = (name: string): Reply => {
    const { status, headers, body } = fixture(`moodle-4.5/${name}`).response;
    const link = headers.link?.replace(/https:\/\/moodle\.example\/mod\/lti/, here.platform.url);
    return json(body, status, link === undefined ? {} : { link });
  };
  /** Pages by their `from` parameter. */
  const paged =
    (pages: Record<string, Reply>): Reply =>
    (request, response) =>
      pages[new URL(request.url, here.platform.url).searchParams.get('from') ?? 'first']?.(request, response);

  it('reads all pages of a Moodle course, and keeps the address’s own query', async () => {
    here.platform.at(
      path,
      paged({
        first: recorded('nrps-03-limit2-page1'),
        2: recorded('nrps-03-limit2-page2'),
        4: recorded('nrps-03-limit2-page3'),
      }),
    );
    const found = await members('?limit=2');
    if (!Array.isArray(found)) throw new Error(found.reason);
    expect(found.length).to.be.greaterThan(4);
    expect(found[0]).to.deep.equal({
      userId: '3',
      name: 'Tessa Assessor',
      givenName: 'Tessa',
      familyName: 'Assessor',
      roles: ['Instructor'],
      active: true,
    });
    const [first] = here.platform.requestsFor(path);
    expect(first?.url).to.equal(`${path}?limit=2`);
    expect(first?.headers.accept).to.equal('application/vnd.ims.lti-nrps.v2.membershipcontainer+json');
  });
  it('reads a course whose platform withholds names', async () => {
    here.platform.at(path, recorded('nrps-20-privacy-noname-noemail-context'));
    const found = await members();
    expect(Array.isArray(found) && found.every(({ name }) => name === null)).to.equal(true);
  });
  it('follows links of any length', async () => {
    const link = `<${here.platform.url}${path}?from=2&filter=${'x'.repeat(12_000)}>; rel="next"`;
    here.platform.at(
      path,
      paged({ first: json({ members: [{ user_id: '1' }] }, 200, { link }), 2: json({ members: [{ user_id: 2 }] }) }),
    );
    const found = await members();
    expect(Array.isArray(found) && found.map(({ userId }) => userId)).to.deep.equal(['1', '2']);
  });
  it('skips entries that name nobody, and counts a person once', async () => {
    const entries = [
      null,
      {},
      { user_id: '' },
      { user_id: 'x'.repeat(300) },
      { user_id: '1', roles: 'Learner' },
      { user_id: '1', status: 'Inactive', roles: ['Learner', 7] },
    ];
    here.platform.at(path, json({ members: entries }));
    expect(await members()).to.deep.equal([
      { userId: '1', name: null, givenName: null, familyName: null, roles: ['Learner'], active: false },
    ]);
  });
  it('does not follow a link to another site, and gives no half list', async () => {
    const elsewhere = await startFakePlatform();
    here.platform.at(path, json({ members: [{ user_id: '1' }] }, 200, { link: `<${elsewhere.url}/more>; rel="next"` }));
    expect(await members()).to.deep.include({ kind: 'unavailable' });
    expect(elsewhere.received).to.deep.equal([]);
    await elsewhere.close();
  });
  it('ends where pages go round in a circle', async () => {
    here.platform.at(path, json({ members: [] }, 200, { link: `<${here.platform.url}${path}>; rel="next"` }));
    expect(await members()).to.deep.include({ kind: 'unavailable' });
  });
  it('says why there is none', async () => {
    here.platform.at(path, json({ people: [] }));
    expect(await members()).to.deep.include({ kind: 'unavailable', status: 200 });
    here.platform.at(path, json({}, 404));
    expect(await members()).to.deep.include({ kind: 'unavailable', status: 404 });
    here.platform.at(path, json({ members: ['x'.repeat(5_300_000)] }));
    expect(await members()).to.deep.include({ kind: 'unavailable', status: null });
  });
});
