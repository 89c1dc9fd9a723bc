import { expect } from 'chai';
import {
  createLocalJWKSet,
  decodeJwt,
  decodeProtectedHeader,
  type JSONWebKeySet,
  type JWTPayload,
  jwtVerify,
} from 'jose';
import { type DemoLms, startDemoLms } from '../../../scripts/demo-lms/demo-lms.ts';
import { type FakeTool, startFakeTool } from './support/fake-tool.ts';
import { ask, bearer, SCOPES } from './support/lms-client.ts';
import { recordedJson } from './support/recorded.ts';

const CLAIM = 'https://purl.imsglobal.org/spec/lti/claim';

/** Names of all fields, nested ones too, of everything but the custom parameters. */
function shape(value: unknown, path = ''): string[] {
  if (Array.isArray(value)) return [`${path}[]`];
  if (typeof value !== 'object' || value === null) return [`${path}: ${typeof value}`];
  return Object.entries(value)
    .flatMap(([name, inner]) => (name === `${CLAIM}/custom` ? [] : shape(inner, `${path}/${name}`)))
    .sort();
}

const launchOf = (name: string): JWTPayload & Record<string, unknown> =>
  (recordedJson(`launch-${name}`) as { id_token_payload: JWTPayload }).id_token_payload;

describe('demo LMS, what a launch says in the Moodle manner', () => {
  let lms: DemoLms;
  let tool: FakeTool;
  const now = Date.parse('2026-11-23T10:47:48.900Z');

  beforeEach(async () => {
    tool = await startFakeTool();
    lms = await startDemoLms({ port: 0, publicUrl: 'https://moodle.example', tool: tool.addresses, now: () => now });
  });
  afterEach(async () => {
    await lms.close();
    await tool.close();
  });

  const claimsFor = async (person: string, more: object = {}): Promise<Record<string, unknown>> =>
    decodeJwt((await lms.launchForm({ person, state: 's', nonce: 'n', ...more })).id_token);

  it('is signed with the published key and lives for 60 seconds', async () => {
    const { id_token, state } = await lms.launchForm({ person: 'amelia', state: 'st', nonce: 'no' });
    const keys = (await ask(lms, lms.platform.jwksUrl)).json() as JSONWebKeySet;
    const { payload, protectedHeader } = await jwtVerify(id_token, createLocalJWKSet(keys), {
      issuer: lms.platform.issuer,
      audience: lms.platform.clientId,
      currentDate: new Date(now),
    });
    expect(protectedHeader).to.include({ alg: 'RS256', typ: 'JWT' });
    expect(Number(payload.exp) - Number(payload.iat)).to.equal(60);
    expect([payload.nonce, state]).to.deep.equal(['no', 'st']);
    expect(JSON.stringify(keys)).not.to.match(/"(d|p|q)":/);
  });

  it('has the claims of the recorded launch', async () => {
    expect(shape(await claimsFor('amelia'))).to.deep.equal(shape(launchOf('student-embedded-22')));
  });

  it('withholds names, and sends no line item once the tool has linked a second one to the activity', async () => {
    lms.setPrivacy({ sendNames: false, sendEmail: false });
    const authorization = await bearer(lms, tool, now, SCOPES.lineItem);
    await ask(lms, '/mod/lti/services.php/2/lineitems?type_id=1', {
      method: 'POST',
      headers: { authorization, 'content-type': 'application/vnd.ims.lis.v2.lineitem+json' },
      body: JSON.stringify({ label: 'Second', scoreMaximum: 60, resourceLinkId: '1' }),
    });
    expect(shape(await claimsFor('amelia'))).to.deep.equal(
      shape(launchOf('student-embedded-privacy-noname-noemail-38')),
    );
  });

  it('sends line items but no line item for an activity without a grade', async () => {
    const claims = await claimsFor('amelia', { course: '3', activity: '3' });
    expect(shape(claims)).to.deep.equal(shape(launchOf('student-embedded-nograde-34')));
  });

  it('says Instructor of every kind of teacher, and three roles of the administrator', async () => {
    const roles = `${CLAIM}/roles`;
    for (const person of ['tom', 'priya', 'ines']) {
      expect((await claimsFor(person))[roles]).to.deep.equal(launchOf('nonediting-teacher-embedded-30')[roles]);
    }
    expect((await claimsFor('morgan'))[roles]).to.deep.equal(launchOf('admin-embedded-32')[roles]);
  });

  it('fills in custom variables it knows and leaves the others as they are', async () => {
    const custom = (await claimsFor('amelia'))[`${CLAIM}/custom`];
    expect(custom).to.include({ cs_qualification: '601/3562/1', cs_groups: '2' });
  });

  it('changes or leaves out what a test asks for', async () => {
    const overrides = { sub: undefined, iss: 'https://other.example' };
    const { id_token } = await lms.launchForm({
      person: 'amelia',
      state: 's',
      nonce: 'n',
      overrides,
      header: { kid: 'x' },
    });
    expect(decodeJwt(id_token)).to.include({ iss: 'https://other.example' }).and.not.to.have.property('sub');
    expect(decodeProtectedHeader(id_token).kid).to.equal('x');
  });

  it('tells who is meant when asked for a person it does not have', async () => {
    expect(() => lms.person('nobody')).to.throw(RangeError, 'no person "nobody"');
  });
});
