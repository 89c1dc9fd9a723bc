import { createPrivateKey } from 'node:crypto';
import { SignJWT } from 'jose';
import { registeringTexts } from '../../shared/texts/registering.ts';
import type { ContentItem, ContentSelection, ContentSelections } from '../use-cases/content/content-ports.ts';
import { Failure } from '../use-cases/failure.ts';
import type { RecordDocument, Records } from '../use-cases/lti-ports.ts';
import { digest } from './browser-proof.ts';
import type { LtijsTool } from './ltijs-tool.ts';
import type { Seal } from './sealing.ts';
import { edgePath, reviewableStatuses } from './settings.ts';

const core = 'https://purl.imsglobal.org/spec/lti/claim/';
const deepLinking = 'https://purl.imsglobal.org/spec/lti-dl/claim/';
const collection = 'contentSelection';
const lifeMs = 2 * 3_600_000;
/** Moodle allows no clock difference at all. */
const backdatedSeconds = 30;
const answerLifeSeconds = 300;

/**
 * Deep linking: what was asked for is sealed until it is answered; the answer is signed with the key pair that ltijs keeps for
 * the platform. Where the answer goes is not kept: the address may hold a key of the platform's session.
 * @see https://www.imsglobal.org/spec/lti-dl/v2p0#deep-linking-response-message
 */
export function createContentSelections(deps: {
  readonly tool: LtijsTool;
  readonly records: Records;
  readonly seal: Seal;
  readonly clock: { now(): number };
  readonly randomText: () => string;
  readonly origin: string;
}): ContentSelections {
  const { tool, records, seal, clock, randomText } = deps;
  const launchUrl = deps.origin + edgePath.launch;

  function read(row: RecordDocument | null | undefined): ContentSelection | null {
    if (!row) return null;
    const { tokenHash, iv, data, expiresAt } = row;
    if (!(expiresAt instanceof Date) || expiresAt.getTime() <= clock.now()) return null;
    return seal.open({ iv: String(iv), data: String(data) }, String(tokenHash)) as ContentSelection;
  }
  const find = async (token: string) => {
    const [row] = await records.find(collection, { tokenHash: digest(token) });
    return read(row);
  };
  const itemOf = ({ title, custom, lineItem }: ContentItem) => ({
    type: 'ltiResourceLink',
    title,
    url: launchUrl,
    custom,
    ...(lineItem && {
      lineItem: {
        ...lineItem,
        // From the gradebook, a learner's score leads to their work.
        submissionReview: {
          reviewableStatus: reviewableStatuses,
          label: registeringTexts.openPortfolio,
          url: launchUrl,
        },
      },
    }),
  });

  async function signed(selection: ContentSelection, items: readonly ContentItem[]): Promise<string> {
    const { issuer, clientId, deploymentId, data } = selection;
    const platform = await tool.platform(issuer, clientId);
    if (platform === null) throw new Failure('notFound');
    const issuedAt = Math.floor(clock.now() / 1_000) - backdatedSeconds;
    return new SignJWT({
      nonce: randomText(),
      [`${core}message_type`]: 'LtiDeepLinkingResponse',
      [`${core}version`]: '1.3.0',
      [`${core}deployment_id`]: deploymentId,
      [`${deepLinking}content_items`]: items.map(itemOf),
      ...(data !== null && { [`${deepLinking}data`]: data }),
    })
      .setProtectedHeader({ alg: 'RS256', typ: 'JWT', kid: platform.keyId })
      .setIssuer(clientId)
      .setAudience(issuer)
      .setIssuedAt(issuedAt)
      .setExpirationTime(issuedAt + backdatedSeconds + answerLifeSeconds)
      .sign(createPrivateKey(await platform.privateKey()));
  }

  return {
    async begin(selection) {
      const token = randomText();
      const tokenHash = digest(token);
      const expiresAt = new Date(clock.now() + lifeMs);
      await records.insert(collection, { tokenHash, expiresAt, ...seal.close(selection, tokenHash) });
      return token;
    },
    find,
    async answer(token, items) {
      const selection = await find(token);
      const message = selection && (await signed(selection, items));
      // Signed first and taken then: a fault in between leaves it to be answered again.
      const taken = await records.take(collection, { tokenHash: digest(token) });
      if (message === null || taken === null) throw new Failure('sessionEnded');
      return message;
    },
  };
}
