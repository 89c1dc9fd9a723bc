import { readdirSync } from 'node:fs';
import path from 'node:path';
import { expect } from 'chai';
import { connectedEdge } from '../builders/lti/connected-edge.ts';
import { json } from '../builders/lti/fake-platform.ts';
import { fixture } from '../builders/lti/fixture.ts';

const directory = path.resolve(__dirname, '../fixtures/lti/moodle-4.5');
const names = readdirSync(directory)
  .filter((name) => name.startsWith('nrps-'))
  .map((name) => `moodle-4.5/${name.replace(/\.json$/, '')}`);
const service = '/CourseSection/2/bindings/1/memberships';

describe('certification: every list of people recorded from a Moodle 4.5', () => {
  const here = connectedEdge();

  it('has recordings to go by', () => expect(names.length).to.be.greaterThan(20));
  for (const name of names)
    it(`is read, or its refusal told, for ${name}`, async () => {
      const { status, body } = fixture(name).response;
      here.platform.at(service, json(body, status));
      const { issuer, clientId } = here.platform.registration;
      const found = await here.started.edge.roster.members({
        issuer,
        clientId,
        membershipsUrl: here.platform.url + service,
      });
      if (status !== 200) return expect(found).to.include({ kind: 'unavailable', status });
      if (!Array.isArray(found)) throw new Error(found.reason);
      expect(found.map(({ userId }) => userId)).to.deep.equal(
        body.members.map(({ user_id }: { user_id: string }) => String(user_id)),
      );
      expect(found.map(({ name: shown }) => shown)).to.deep.equal(
        body.members.map(({ name: sent }: { name?: string }) => sent ?? null),
      );
      return expect(found.every(({ active }) => active)).to.equal(true);
    });
});
