import { createPublicKey } from 'node:crypto';
import { expect } from 'chai';
import { decodeProtectedHeader, jwtVerify } from 'jose';
import type { ContentSelection } from '../../../lti-tool/use-cases/content/content-ports.ts';
import { Failure } from '../../../lti-tool/use-cases/failure.ts';
import { type ContextId, type PersonId, parseId, type TenantId } from '../../../shared/domain/ids.ts';
import { memoryRecords } from '../../builders/lti/memory-records.ts';
import { rawRequest } from '../../builders/lti/raw-request.ts';
import { type StartedEdge, startEdge } from '../../builders/lti/started-edge.ts';
import { failureOf } from '../../builders/tool/failure-of.ts';

const registration = {
  name: 'Moodle',
  issuer: 'https://moodle.example',
  clientId: 'moodle-client-id',
  authenticationUrl: 'https://moodle.example/auth',
  tokenUrl: 'https://moodle.example/token',
  jwksUrl: 'https://moodle.example/jwks',
  deploymentIds: [],
};
const selection: ContentSelection = {
  tenantId: parseId<TenantId>('tenant-1'),
  contextId: parseId<ContextId>('context-1'),
  personId: parseId<PersonId>('person-1'),
  issuer: registration.issuer,
  clientId: registration.clientId,
  deploymentId: '1',
  acceptsMultiple: true,
  acceptsLineItems: true,
  data: 'opaque "data" of the platform',
};
const lineItem = { label: 'Portfolio', scoreMaximum: 45, resourceId: 'cs-601/3562/1', tag: 'countersign' };
const item = { title: 'Portfolio', custom: { cs_qualification: '601/3562/1' }, lineItem };

describe('choosing content: the signed answer', () => {
  let started: StartedEdge;
  let records: ReturnType<typeof memoryRecords>;
  beforeEach(async () => {
    records = memoryRecords();
    started = await startEdge({ records });
    await started.edge.registrations.add(registration);
  });
  afterEach(() => started.close());

  async function verified(jwt: string) {
    const { keys } = JSON.parse((await rawRequest(started.url, '/lti/keys')).text);
    const jwk = keys.find(({ kid }: { kid: string }) => kid === decodeProtectedHeader(jwt).kid);
    return jwtVerify(jwt, createPublicKey({ key: jwk, format: 'jwk' }), {
      issuer: registration.clientId,
      audience: registration.issuer,
      algorithms: ['RS256'],
      currentDate: new Date(started.clock.now()),
    });
  }

  it('is signed with the tool’s published key, for this platform and deployment, and gives the data back', async () => {
    const token = await started.edge.content.begin(selection);
    const { payload } = await verified(await started.edge.content.answer(token, [item]));
    expect(payload).to.deep.include({
      'https://purl.imsglobal.org/spec/lti/claim/message_type': 'LtiDeepLinkingResponse',
      'https://purl.imsglobal.org/spec/lti/claim/version': '1.3.0',
      'https://purl.imsglobal.org/spec/lti/claim/deployment_id': '1',
      'https://purl.imsglobal.org/spec/lti-dl/claim/data': 'opaque "data" of the platform',
    });
    expect(payload.nonce).to.match(/^[\w-]{43}$/);
    // Moodle has no leeway: never ahead of its clock.
    expect(Number(payload.iat) * 1000).to.be.below(started.clock.now() - 20_000);
    expect(payload['https://purl.imsglobal.org/spec/lti-dl/claim/content_items']).to.deep.equal([
      {
        type: 'ltiResourceLink',
        title: 'Portfolio',
        url: `${started.url}/lti/launch`,
        custom: { cs_qualification: '601/3562/1' },
        lineItem: {
          ...lineItem,
          submissionReview: {
            reviewableStatus: ['InProgress', 'Submitted', 'Completed'],
            label: 'Open the portfolio',
            url: `${started.url}/lti/launch`,
          },
        },
      },
    ]);
  });
  it('sends no line item and no data where there are none, and an empty list for nothing', async () => {
    const plain = await started.edge.content.begin({ ...selection, data: null });
    const { payload } = await verified(await started.edge.content.answer(plain, [{ ...item, lineItem: null }]));
    const [sent] = payload['https://purl.imsglobal.org/spec/lti-dl/claim/content_items'] as object[];
    expect(sent).not.to.have.property('lineItem');
    expect(payload).not.to.have.property('https://purl.imsglobal.org/spec/lti-dl/claim/data');
    const nothing = await started.edge.content.begin(selection);
    const empty = (await verified(await started.edge.content.answer(nothing, []))).payload;
    expect(empty['https://purl.imsglobal.org/spec/lti-dl/claim/content_items']).to.deep.equal([]);
  });
  it('is given once, also to many who ask at the same time', async () => {
    const token = await started.edge.content.begin(selection);
    const answers = await Promise.allSettled(Array.from({ length: 6 }, () => started.edge.content.answer(token, [])));
    expect(answers.filter(({ status }) => status === 'fulfilled')).to.have.length(1);
    for (const answer of answers)
      if (answer.status === 'rejected')
        expect(answer.reason).to.be.instanceOf(Failure).with.property('code', 'sessionEnded');
    expect(await started.edge.content.find(token)).to.equal(null);
  });
  it('ends after two hours, and is nothing to a made-up token', async () => {
    const token = await started.edge.content.begin(selection);
    expect(await started.edge.content.find(token)).to.deep.equal(selection);
    started.clock.pass(2 * 3_600_000);
    expect(await started.edge.content.find(token)).to.equal(null);
    expect(await failureOf(started.edge.content.answer(token, []))).to.equal('sessionEnded');
    expect(await failureOf(started.edge.content.answer('x'.repeat(43), []))).to.equal('sessionEnded');
  });
  it('keeps neither token nor anything readable', async () => {
    const token = await started.edge.content.begin(selection);
    const stored = JSON.stringify(records.all('contentSelection'));
    for (const secret of [token, 'opaque', 'person-1', 'moodle']) expect(stored).not.to.contain(secret);
  });
});
