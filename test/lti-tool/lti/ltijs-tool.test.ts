import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { expect } from 'chai';
import { Provider } from 'ltijs';
import { createLtijsDatabase } from '../../../lti-tool/lti/ltijs-database.ts';
import { createLtijsTool, type Examination } from '../../../lti-tool/lti/ltijs-tool.ts';
import { createSeal } from '../../../lti-tool/lti/sealing.ts';
import { startFakePlatform } from '../../builders/lti/fake-platform.ts';
import { claim, recordedClaims } from '../../builders/lti/fixture.ts';
import { memoryRecords } from '../../builders/lti/memory-records.ts';
import { signingKey } from '../../builders/lti/signing-keys.ts';
import { testClock, testSecret } from '../../builders/lti/started-edge.ts';

const ltijs = path.dirname(createRequire(__filename).resolve('ltijs'));
const registration = {
  name: 'Moodle',
  issuer: 'https://moodle.example',
  clientId: 'client',
  authenticationUrl: 'https://moodle.example/auth',
  tokenUrl: 'https://moodle.example/token',
  jwksUrl: 'https://moodle.example/jwks',
  deploymentIds: [],
};

function makeTool() {
  const records = memoryRecords();
  const clock = testClock();
  const database = createLtijsDatabase({ records, clock, seal: createSeal(testSecret) });
  return { records, clock, tool: createLtijsTool({ database, encryptionKey: 'key', clock }) };
}

describe('ltijs, as far as the edge relies on it', () => {
  it('is the version that was read: after an upgrade read these files again, then change the sums', () => {
    expect(JSON.parse(readFileSync(path.join(ltijs, 'package.json'), 'utf8')).version).to.equal('5.9.9');
    const sums = ['Utils/Auth', 'Utils/Keyset', 'Utils/Platform', 'Utils/Server', 'Provider/Provider'].map((name) =>
      createHash('sha256')
        .update(readFileSync(path.join(ltijs, `dist/${name}.js`)))
        .digest('hex')
        .slice(0, 12),
    );
    expect(sums).to.deep.equal(['8b943844a9cd', 'ffce46c74705', '787193507213', 'fb11262e629b', 'c1ceaa1600b7']);
  });
  it('exports one instance, from whose constructor others are made', () => {
    const other = new Provider.constructor();
    expect(other).not.to.equal(Provider);
    expect(other).to.be.instanceOf(Provider.constructor);
  });
  it('keeps a platform with a key pair of its own, and changes it in place', async () => {
    const { tool } = makeTool();
    await tool.register(registration);
    const first = await tool.platform(registration.issuer, registration.clientId);
    expect(first).to.deep.include({ ...registrationSeen, tokenAudience: registration.tokenUrl });
    expect(await first?.privateKey()).to.match(/^-----BEGIN PRIVATE KEY-----/);
    await tool.register({ ...registration, jwksUrl: 'https://moodle.example/new-jwks' });
    const second = await tool.platform(registration.issuer, registration.clientId);
    expect(second?.jwksUrl).to.equal('https://moodle.example/new-jwks');
    expect(second?.keyId).to.equal(first?.keyId);
  });
  it('makes the key pair without blocking the process', async () => {
    const { tool } = makeTool();
    let ticks = 0;
    const timer = setInterval(() => {
      ticks += 1;
    }, 1);
    await tool.register(registration);
    clearInterval(timer);
    expect(ticks).to.be.greaterThan(0);
  });
  it('serves the public keys as a key set of RSA-2048 keys', async () => {
    const { tool } = makeTool();
    await tool.register(registration);
    const { keys } = JSON.parse(await tool.keySet());
    expect(keys).to.have.length(1);
    expect(keys[0]).to.deep.include({ kty: 'RSA', alg: 'RS256', use: 'sig' });
    expect(Buffer.from(keys[0].n, 'base64url')).to.have.length(256);
    expect((await tool.platform(registration.issuer, registration.clientId))?.keyId).to.equal(keys[0].kid);
  });
  it('forgets a platform with its keys', async () => {
    const { tool, records } = makeTool();
    await tool.register(registration);
    await tool.unregister(registration.issuer, registration.clientId);
    expect(await tool.platforms()).to.deep.equal([]);
    expect(records.all('privatekey')).to.deep.equal([]);
  });

  describe('examining a token', () => {
    async function examine(changes: Record<string, unknown> = {}, altered: Partial<Examination> = {}) {
      const { tool, clock } = makeTool();
      await tool.register(registration);
      const platform = await startFakePlatform();
      const { jwk } = platform.key;
      const nowSeconds = clock.now() / 1000;
      const claims = {
        ...recordedClaims('moodle-4.5/launch-student-embedded-22'),
        aud: registration.clientId,
        iat: nowSeconds,
        exp: nowSeconds + 60,
        ...changes,
      };
      const token = await platform.sign(claims);
      await platform.close();
      const key = { kty: 'RSA', kid: platform.key.kid, n: jwk.n ?? '', e: jwk.e ?? '' } as const;
      const examination = { ...registration, key, nowSeconds, leewaySeconds: 60, ...altered };
      return { verdict: await tool.examine(token, examination) };
    }

    it('finds a good one valid, by the clock it is given', async () => {
      expect((await examine()).verdict).to.deep.equal({ valid: true });
    });
    it('allows the leeway and no more', async () => {
      const { nowSeconds } = { nowSeconds: testClock().now() / 1000 };
      expect((await examine({ exp: nowSeconds - 59 })).verdict.valid).to.equal(true);
      expect((await examine({ exp: nowSeconds - 61 })).verdict).to.deep.equal({ valid: false, fault: 'jwt expired' });
      expect((await examine({ nbf: nowSeconds + 61 })).verdict).to.deep.equal({
        valid: false,
        fault: 'jwt not active',
      });
    });
    it('checks the signature with the key that it is given', async () => {
      const { jwk } = await signingKey('another-key');
      const key = { kty: 'RSA', kid: 'platform-key-1', n: jwk.n ?? '', e: jwk.e ?? '' } as const;
      expect((await examine({}, { key })).verdict).to.deep.equal({ valid: false, fault: 'invalid signature' });
    });
    it('knows only the expected platform meanwhile', async () => {
      expect((await examine({ aud: 'client' }, { clientId: 'other' })).verdict).to.deep.equal({
        valid: false,
        fault: 'UNREGISTERED_PLATFORM',
      });
      expect((await examine({ iss: 'https://evil.example' })).verdict).to.deep.equal({
        valid: false,
        fault: 'ISS_CLAIM_DOES_NOT_MATCH',
      });
    });
    it('checks the LTI claims', async () => {
      for (const [name, fault] of [
        [claim.messageType, 'NO_MESSAGE_TYPE_CLAIM'],
        [claim.targetLinkUri, 'NO_TARGET_LINK_URI_CLAIM'],
        [claim.resourceLink, 'NO_RESOURCE_LINK_ID_CLAIM'],
        [claim.version, 'NO_LTI_VERSION_CLAIM'],
        [claim.deploymentId, 'NO_DEPLOYMENT_ID_CLAIM'],
        [claim.roles, 'NO_ROLES_CLAIM'],
      ] as const)
        expect((await examine({ [name]: undefined })).verdict).to.deep.equal({ valid: false, fault });
    });
    it('accepts an anonymous launch', async () => {
      expect((await examine({ sub: undefined })).verdict).to.deep.equal({ valid: true });
    });
    describe('of another message than to open a link', () => {
      const settings = 'https://purl.imsglobal.org/spec/lti-dl/claim/deep_linking_settings';
      const request = (changes: Record<string, unknown> = {}) => {
        const recorded = recordedClaims('moodle-4.5/deeplink-request-editingteacher-multi-01');
        return examine({ [claim.resourceLink]: undefined, ...recorded, ...now(), ...changes });
      };
      const review = (changes: Record<string, unknown> = {}) => {
        const recorded = recordedClaims('moodle-4.5/launch-editingteacher-submissionreview-03');
        return examine({ ...recorded, ...now(), ...changes });
      };
      /** The recordings are over, and for another client. */
      const now = () => {
        const seconds = testClock().now() / 1000;
        return { aud: registration.clientId, iat: seconds, exp: seconds + 60 };
      };
      it('finds a content request valid without a resource link', async () => {
        expect((await request()).verdict).to.deep.equal({ valid: true });
      });
      it('checks neither what a content request asks for nor where it leads: that is for the edge to do', async () => {
        for (const changes of [{ [settings]: { accept_types: 'none' } }, { [claim.targetLinkUri]: undefined }])
          expect((await request(changes)).verdict).to.deep.equal({ valid: true });
      });
      it('checks the other claims of a content request as those of a launch', async () => {
        for (const [name, fault] of [
          [claim.version, 'NO_LTI_VERSION_CLAIM'],
          [claim.deploymentId, 'NO_DEPLOYMENT_ID_CLAIM'],
          [claim.roles, 'NO_ROLES_CLAIM'],
        ] as const)
          expect((await request({ [name]: undefined })).verdict).to.deep.equal({ valid: false, fault });
      });
      it('finds a submission review valid, whose learner it does not look at', async () => {
        const forUser = 'https://purl.imsglobal.org/spec/lti/claim/for_user';
        expect((await review()).verdict).to.deep.equal({ valid: true });
        expect((await review({ [forUser]: undefined })).verdict).to.deep.equal({ valid: true });
      });
      it('does not take either by another key', async () => {
        const { jwk } = await signingKey('another-key');
        const key = { kty: 'RSA', kid: 'platform-key-1', n: jwk.n ?? '', e: jwk.e ?? '' } as const;
        for (const recording of [
          'deeplink-request-editingteacher-multi-01',
          'launch-editingteacher-submissionreview-03',
        ])
          expect(
            (await examine({ ...recordedClaims(`moodle-4.5/${recording}`), ...now() }, { key })).verdict,
          ).to.deep.equal({
            valid: false,
            fault: 'invalid signature',
          });
      });
    });
  });
});

const { deploymentIds: _deploymentIds, ...registrationSeen } = registration;
