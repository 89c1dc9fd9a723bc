import type { ExtensionTokenId } from '../../shared/domain/ids.ts';
import { errorTexts } from '../../shared/texts/errors.ts';
import { patternOf, safeOrigin } from '../tool-address.ts';
import { type Background, Refusal } from './background.ts';
import { arrangeScripts } from './page-scripts.ts';
import { drawBadge, poll, refreshLists } from './polling.ts';

const minute = 60_000;
/** Time to find the way to the panel and agree there. */
const expectFor = 30 * minute;

/** The person chose a tool in the extension: from now on its panel is told that an extension wants to be connected. */
export async function beginPairing(background: Background, address: string): Promise<null> {
  const { browser, state, secret, challengeOf, now } = background;
  const toolUrl = safeOrigin(address);
  if (toolUrl === null) throw new Refusal('badAddress', 'Enter an address that begins with https://.');
  if (!(await browser.mayReach(patternOf(toolUrl))))
    throw new Refusal('notAllowed', `Allow the extension to reach ${toolUrl}, then choose Connect again.`);
  const verifier = secret();
  const challenge = await challengeOf(verifier);
  await state.pass((passing) => ({ ...passing, expected: { toolUrl, verifier, challenge, until: now() + expectFor } }));
  await arrangeScripts(background);
  return null;
}

/** The panel's person agreed: trades the code, and the verifier that never left here, for the token. */
export async function endPairing(background: Background, toolUrl: string, code: string) {
  const { state, api, now } = background;
  const { expected } = await state.passing();
  if (expected === null || expected.toolUrl !== toolUrl || expected.until <= now())
    return { reason: errorTexts.pairingRefused };
  const answer = await api('pair', { toolUrl, token: null, body: { code, verifier: expected.verifier } });
  if (answer.kind === 'refused') return { reason: answer.text };
  if (answer.kind !== 'ok') return { reason: 'The extension cannot reach Countersign now. Try again in a moment.' };
  const { token, tokenId, expiresAt, person } = answer.value;
  await state.pass((passing) => ({ ...passing, expected: null }));
  await state.keep((kept) => ({
    ...kept,
    pairings: [
      // The same person at the same tool anew: what was there is replaced.
      ...kept.pairings.filter((one) => one.toolUrl !== toolUrl || one.person !== person),
      {
        ...{ id: tokenId, toolUrl, token, person, expiresAt, lost: false },
        ...{ counts: null, countsTag: null, waiting: null, waitingTag: null, waitingAt: null },
        ...{ checkedAt: null, failures: 0, nextPollAt: 0 },
      },
    ],
  }));
  await poll(background, true);
  await refreshLists(background, true);
  await arrangeScripts(background);
  return { reason: null };
}

/** Ends a pairing: the tool is told where it can be reached; here it is forgotten in any case. */
export async function unpair(background: Background, id: ExtensionTokenId): Promise<null> {
  const { state, api, browser } = background;
  const gone = (await state.kept()).pairings.find((pairing) => pairing.id === id);
  if (!gone) return null;
  await api('unpair', { toolUrl: gone.toolUrl, token: gone.token });
  const { pairings } = await state.keep((kept) => ({
    ...kept,
    pairings: kept.pairings.filter((pairing) => pairing.id !== id),
  }));
  if (!pairings.some(({ toolUrl }) => patternOf(toolUrl) === patternOf(gone.toolUrl)))
    await browser.giveUp(patternOf(gone.toolUrl)).catch(() => {});
  await arrangeScripts(background);
  await drawBadge(background);
  return null;
}
