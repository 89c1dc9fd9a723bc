import { expect } from 'chai';
import { json, startFakePlatform } from '../../builders/lti/fake-platform.ts';
import { gradingStage, recorded } from './grading-stage.ts';

describe('grade service: results', () => {
  const here = gradingStage();
  const resultsPath = '/services.php/2/lineitems/2/lineitem/results';
  const results = (userId?: string) => here.started.edge.grades.results(here.address(), userId);

  it('reads what the gradebook holds, people without a grade included', async () => {
    here.platform.at(resultsPath, recorded('ags-results-01-all'));
    expect(await results()).to.deep.equal([
      { userId: '7', resultScore: null, resultMaximum: null, comment: null, timestamp: null },
      {
        userId: '5',
        resultScore: 72,
        resultMaximum: 100,
        comment: null,
        timestamp: '2026-11-23T10:49:38.000Z',
      },
      { userId: '6', resultScore: null, resultMaximum: null, comment: null, timestamp: null },
    ]);
    const [request] = here.platform.requestsFor(resultsPath);
    expect(request?.url).to.equal(`${resultsPath}?type_id=1`);
    expect(request?.headers.accept).to.equal('application/vnd.ims.lis.v2.resultcontainer+json');
  });
  it('does not follow a redirect, or a next page, to another site with its token', async () => {
    const elsewhere = await startFakePlatform();
    here.platform.at(resultsPath, json({}, 302, { location: `${elsewhere.url}/steal` }));
    expect(await results()).to.deep.include({ kind: 'unavailable', status: 302 });
    here.platform.at(resultsPath, json([], 200, { link: `<${elsewhere.url}/steal>; rel="next"` }));
    expect(await results()).to.deep.include({ kind: 'unavailable' });
    expect(elsewhere.received).to.deep.equal([]);
    await elsewhere.close();
  });
  it('does not go round in pages for ever', async () => {
    here.platform.at(resultsPath, json([], 200, { link: '<?type_id=1>; rel="next"' }));
    expect(await results()).to.deep.include({ kind: 'unavailable' });
    expect(here.platform.requestsFor(resultsPath)).to.have.length(1);
    let page = 0;
    here.platform.at(resultsPath, (request, response) => {
      page += 1;
      json([], 200, { link: `<?page=${page}>; rel="next"` })(request, response);
    });
    expect(await results()).to.deep.include({ kind: 'unavailable' });
    expect(page).to.equal(500);
  });
  it('reads no more than 5 MB of an answer', async () => {
    let written = 0;
    here.platform.at(resultsPath, (_request, response) => {
      const more = () => {
        while (!response.destroyed && written < 200e6) {
          written += 1e6;
          if (!response.write(' '.repeat(1e6))) return void response.once('drain', more);
        }
        response.end();
      };
      more();
    });
    expect(await results()).to.deep.equal({
      ...{ kind: 'unavailable', status: null, reason: 'The platform’s answer was too large.' },
    });
    expect(written).to.be.below(50e6);
  });
  it('asks for one person', async () => {
    here.platform.at(resultsPath, json([]));
    await results('5');
    expect(here.platform.requestsFor(resultsPath)[0]?.url).to.equal(`${resultsPath}?type_id=1&user_id=5`);
  });
  it('reads on over pages', async () => {
    const entry = (userId: unknown) => ({ userId, resultScore: 1, resultMaximum: 2, comment: 'x' });
    here.platform.at(resultsPath, (request, response) =>
      request.url.includes('page=2')
        ? json([entry(2), null, { resultScore: 3 }])(request, response)
        : json([entry('1')], 200, { link: '<?type_id=1&page=2>; rel="next"' })(request, response),
    );
    const found = await results();
    expect(Array.isArray(found) && found.map(({ userId }) => userId)).to.deep.equal(['1', '2']);
  });
  it('says why there are none', async () => {
    here.platform.at(resultsPath, json({ not: 'a list' }));
    expect(await results()).to.deep.include({ kind: 'unavailable', status: 200 });
    here.platform.at(resultsPath, (_request, response) => response.writeHead(404).end('<html>'));
    expect(await results()).to.deep.include({ kind: 'unavailable', status: 404 });
    here.platform.at(resultsPath, (_request, response) => response.end('<html>'));
    expect(await results()).to.deep.include({ kind: 'unavailable', status: 200 });
    expect(await here.started.edge.grades.results({ ...here.address(), lineItemUrl: 'nonsense' })).to.deep.include({
      kind: 'unavailable',
    });
  });
});
