import { createHash } from 'node:crypto';
import { expect } from 'chai';
import {
  authenticateExtension,
  type ExtensionPerson,
} from '../../../../lti-tool/use-cases/extension/extension-person.ts';
import {
  completePairing,
  listTokens,
  offerPairing,
  revokeToken,
} from '../../../../lti-tool/use-cases/extension/pairing.ts';
import type { Principal } from '../../../../lti-tool/use-cases/principal.ts';
import { type Centre, openCentre } from '../../../builders/tool/centre.ts';
import { failureOf } from '../../../builders/tool/failure-of.ts';

const challengeOf = (verifier: string): string => createHash('sha256').update(verifier).digest('base64url');
const verifier = 'v'.repeat(43);
const minute = 60_000;
const day = 24 * 60 * minute;

describe('pairing an extension', () => {
  let centre: Centre;
  let priya: Principal;
  before(async () => {
    centre = await openCentre();
    priya = await centre.person('Priya Nair', 'assessor');
  });
  after(() => centre.close());

  const offer = async (who = priya, label = 'Firefox on Linux') =>
    (await offerPairing(centre.deps, who, { challenge: challengeOf(verifier), label })).code;
  const pair = async (who = priya, label?: string) =>
    completePairing(centre.deps, challengeOf, { code: await offer(who, label), verifier });
  const enter = (token: string | null): Promise<ExtensionPerson> => authenticateExtension(centre.deps, token);

  it('trades a one-time code and its verifier for a token that stands for the person', async () => {
    const paired = await pair();
    expect(paired.person).to.equal('Priya Nair');
    expect(await enter(paired.token)).to.deep.include({ personId: priya.personId, tenantId: priya.tenantId });
  });

  it('takes a code once, and not from two who come together', async () => {
    const code = await offer();
    const both = await Promise.allSettled(
      [1, 2, 3].map(() => completePairing(centre.deps, challengeOf, { code, verifier })),
    );
    expect(both.filter(({ status }) => status === 'fulfilled')).to.have.length(1);
    expect(await failureOf(completePairing(centre.deps, challengeOf, { code, verifier }))).to.equal('pairingRefused');
  });

  it('refuses whoever saw the code pass but does not have the verifier', async () => {
    const code = await offer();
    const stolen = completePairing(centre.deps, challengeOf, { code, verifier: 'w'.repeat(43) });
    expect(await failureOf(stolen)).to.equal('pairingRefused');
  });

  it('refuses a code after two minutes, and one that was never given', async () => {
    const code = await offer();
    centre.deps.clock.advance(2 * minute + 1);
    expect(await failureOf(completePairing(centre.deps, challengeOf, { code, verifier }))).to.equal('pairingRefused');
    const made = completePairing(centre.deps, challengeOf, { code: 'x'.repeat(43), verifier });
    expect(await failureOf(made)).to.equal('pairingRefused');
  });

  it('never keeps the token or the code, only what SHA-256 makes of them', async () => {
    const code = await offer();
    const { token } = await completePairing(centre.deps, challengeOf, { code, verifier });
    const kept = JSON.stringify(
      await centre.store.stores.extension.tokensOf(priya.tenantId, priya.personId, '2000-01-01T00:00:00.000Z'),
    );
    expect(kept).to.not.contain(token).and.to.not.contain(code);
  });

  it('ends a token after 90 days and not before', async () => {
    const { token } = await pair();
    centre.deps.clock.advance(90 * day - minute);
    expect((await enter(token)).personId).to.equal(priya.personId);
    centre.deps.clock.advance(minute);
    expect(await failureOf(enter(token))).to.equal('pairingEnded');
  });

  it('lists browsers with their last use, newest first, and never a begun pairing', async () => {
    const tom = await centre.person('Tom Okafor', 'traineeAssessor');
    const first = await pair(tom, 'Chrome on Windows');
    centre.deps.clock.advance(minute);
    await pair(tom, 'Edge on Windows');
    await offer(tom);
    await enter(first.token);
    const { tokens } = await listTokens(centre.deps, tom);
    expect(tokens.map(({ label }) => label)).to.deep.equal(['Edge on Windows', 'Chrome on Windows']);
    expect(tokens.map(({ lastUsedAt }) => lastUsedAt !== null)).to.deep.equal([false, true]);
  });

  it('ends at once when revoked, and only by its own person', async () => {
    const kwame = await centre.person('Kwame Boateng', 'learner');
    const paired = await pair();
    expect(await failureOf(revokeToken(centre.deps, kwame, paired.tokenId))).to.equal('notFound');
    await enter(paired.token);
    await revokeToken(centre.deps, priya, paired.tokenId);
    expect(await failureOf(enter(paired.token))).to.equal('pairingEnded');
  });

  it('lets go of the oldest of too many browsers', async () => {
    const ines = await centre.person('Ines Marsh', 'assessor');
    const oldest = await pair(ines);
    for (let index = 0; index < 20; index += 1) {
      centre.deps.clock.advance(1000);
      await pair(ines);
    }
    expect((await listTokens(centre.deps, ines)).tokens).to.have.length(20);
    expect(await failureOf(enter(oldest.token))).to.equal('pairingEnded');
  });

  it('knows nobody by no token, by nonsense, or by a session’s token', async () => {
    for (const token of [null, '', 'x'.repeat(43)]) expect(await failureOf(enter(token))).to.equal('pairingEnded');
  });
});
