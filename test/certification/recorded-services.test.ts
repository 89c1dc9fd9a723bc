import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect } from 'chai';
import type { TimedScore } from '../../lti-tool/use-cases/lti-ports.ts';
import { connectedEdge } from '../builders/lti/connected-edge.ts';
import type { Reply } from '../builders/lti/fake-platform.ts';

type Exchange = {
  readonly request: { readonly method: string; readonly url: string };
  readonly response: {
    readonly status: number;
    readonly headers: Readonly<Record<string, string>>;
    readonly body: unknown;
  };
};
const directory = path.resolve(__dirname, '../fixtures/moodle-4.5');
const read = (name: string) => JSON.parse(readFileSync(path.join(directory, `${name}.json`), 'utf8'));
const names = (start: string): string[] =>
  readdirSync(directory)
    .filter((name) => name.startsWith(start))
    .map((name) => name.replace(/\.json$/, ''));
const exchange = (name: string): Exchange => read(name);

/** As recorded, but for the reason phrase, which can echo what was sent and hold what no server may write. */
const replay =
  ({ status, headers, body }: Exchange['response'], base: string): Reply =>
  (_request, response) => {
    const { 'content-type': type = '', link } = headers;
    const text = typeof body === 'string' ? body : JSON.stringify(body);
    response.writeHead(status, {
      'content-type': type,
      ...(link && { link: Buffer.from(link.replaceAll('https://moodle.example', base)).toString('latin1') }),
    });
    // A placeholder of the recordings, in place of a token.
    response.end(text.replaceAll('https://moodle.example', base).replaceAll('<access token>', 'recorded-token'));
  };

const score: TimedScore = {
  ...{ userId: '5', scoreGiven: 12, scoreMaximum: 45, activityProgress: 'InProgress', gradingProgress: 'FullyGraded' },
  ...{ comment: '12 of 45 criteria confirmed', timestamp: '2026-11-23T10:47:47.123Z' },
};
/** What each status of a score means to the publisher. */
const meaning: Readonly<Record<number, string>> = {
  200: 'accepted',
  400: 'refused',
  401: 'refused',
  404: 'lineItemGone',
  409: 'stale',
  500: 'retry',
};

describe('certification: every answer of a service recorded from a Moodle 4.5', () => {
  const here = connectedEdge();
  beforeEach(() => {
    here.platform.reset();
    // Tokens of the test before have run out.
    here.started.clock.pass(7_200_000);
  });
  const party = () => ({ issuer: here.platform.registration.issuer, clientId: here.platform.registration.clientId });
  /** Puts the recorded answer where it was given; that address at this platform. */
  const at = ({ request, response }: Exchange): string => {
    const url = new URL(request.url);
    here.platform.at(url.pathname, replay(response, here.platform.url));
    return here.platform.url + url.pathname + url.search;
  };

  it('has recordings to go by', () => {
    expect(names('ags-score-').length).to.be.greaterThan(70);
    expect(names('ags-lineitem').length).to.be.greaterThan(20);
    expect(names('ags-results-').length).to.be.greaterThan(6);
    expect(names('token-').length).to.be.greaterThan(12);
  });

  for (const name of names('ags-score-').filter((one) => one !== 'ags-score-50-progress-matrix'))
    it(`publishes a score, or knows why not, by ${name}`, async () => {
      const recorded = exchange(name);
      const lineItemUrl = at(recorded).replace('/scores', '');
      const answer = await here.started.edge.grades.publish({ ...party(), lineItemUrl }, score);
      expect(answer.kind, JSON.stringify(answer)).to.equal(meaning[recorded.response.status]);
      // A token that was not taken is fetched again, once.
      expect(here.platform.requestsFor('/token')).to.have.length(recorded.response.status === 401 ? 2 : 1);
      expect(JSON.stringify(answer)).not.to.match(/scoreGiven|token-|moodle\.example/);
    });
  it('sends no progress that was recorded to wipe a grade', () => {
    type Case = { gradingProgress: string; before: { finalgrade: string }; after: { finalgrade: string | null } };
    const { matrix } = read('ags-score-50-progress-matrix') as { matrix: Case[] };
    const wiping = new Set(matrix.filter(({ after }) => after.finalgrade === null).map((one) => one.gradingProgress));
    expect(wiping.size).to.equal(4);
    expect(wiping).not.to.include(score.gradingProgress);
  });

  for (const name of names('ags-lineitem-').filter((one) => exchange(one).request.method === 'GET'))
    it(`reads a column, or knows that it is none, by ${name}`, async () => {
      const recorded = exchange(name);
      const found = await here.started.edge.lineItems.read({ ...party(), lineItemUrl: at(recorded) });
      if (recorded.response.status !== 200) {
        expect(found).to.deep.include({ kind: 'fault', status: recorded.response.status });
        return;
      }
      const { label, scoreMaximum } = recorded.response.body as Record<string, unknown>;
      // The course's total has no name: it is no column of an activity.
      if (label === null) return void expect(found).to.deep.include({ kind: 'fault', lasting: true });
      expect(found).to.deep.include({ label, scoreMaximum });
    });
  for (const name of names('ags-lineitem-').filter((one) => exchange(one).request.method === 'POST'))
    it(`makes a column, or knows why not, by ${name}`, async () => {
      const recorded = exchange(name);
      const wanted = { label: 'Unit 201', scoreMaximum: 12, resourceId: 'cs-1', tag: 'countersign' };
      const made = await here.started.edge.lineItems.create({ ...party(), lineItemsUrl: at(recorded) }, wanted);
      if (recorded.response.status !== 201) {
        expect(made).to.deep.include({ kind: 'fault', lasting: true, status: recorded.response.status });
        return;
      }
      const { id = '', label } = recorded.response.body as Record<string, string>;
      expect(made).to.deep.include({ label, url: id.replace('https://moodle.example', here.platform.url) });
    });
  for (const name of names('ags-lineitem-').filter((one) => exchange(one).request.method === 'PUT'))
    it(`changes a column by ${name}`, async () => {
      const recorded = exchange(name);
      const lineItemUrl = at(recorded);
      const { scoreMaximum } = recorded.response.body as { scoreMaximum: number };
      const changed = await here.started.edge.lineItems.change({ ...party(), lineItemUrl }, { scoreMaximum });
      expect(changed).to.deep.include({ scoreMaximum });
    });
  for (const name of names('ags-lineitems-'))
    it(`finds a column in the list, or none, by ${name}`, async () => {
      const recorded = exchange(name);
      const { status, body } = recorded.response;
      const list = { ...party(), lineItemsUrl: at(recorded) };
      const entries = status === 200 ? (body as Array<Record<string, string>>) : [];
      const known = entries.find(({ resourceId, tag }) => resourceId && tag);
      const { resourceId = 'none', tag = 'none' } = known ?? {};
      const found = await here.started.edge.lineItems.find(list, { resourceId, tag });
      if (status === 200) expect(found).to.deep[known ? 'include' : 'equal'](known ? { resourceId, tag } : null);
      else expect(found).to.deep.include({ kind: 'fault', status });
    });
  for (const name of names('ags-results-'))
    it(`reads results, or knows why not, by ${name}`, async () => {
      const recorded = exchange(name);
      const lineItemUrl = at(recorded).replace('/results', '');
      const found = await here.started.edge.grades.results({ ...party(), lineItemUrl });
      const { status, body } = recorded.response;
      if (status !== 200) {
        expect(found).to.deep.include({ kind: 'unavailable', status });
        return;
      }
      const entries = body as Array<{ userId: string; resultScore?: number }>;
      if (!Array.isArray(found)) throw new Error(found.reason);
      expect(found.map(({ userId, resultScore }) => [userId, resultScore])).to.deep.equal(
        entries.map(({ userId, resultScore }) => [userId, resultScore ?? null]),
      );
    });

  for (const name of names('token-'))
    it(`gets an access token, or knows that it cannot, by ${name}`, async () => {
      const { response } = exchange(name);
      here.platform.at('/token', replay(response, here.platform.url));
      here.platform.at('/lineitems/2/scores', replay(exchange('ags-score-01-normal').response, here.platform.url));
      const lineItemUrl = `${here.platform.url}/lineitems/2`;
      const answer = await here.started.edge.grades.publish({ ...party(), lineItemUrl }, score);
      expect(answer.kind, JSON.stringify(answer)).to.equal(response.status === 200 ? 'accepted' : 'refused');
    });
});
