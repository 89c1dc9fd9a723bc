import type { ExtensionAccepted } from '../../shared/api/extension-operations.ts';
import type { AcceptSource } from '../../shared/domain/accepting.ts';
import type { EvidenceId, ExtensionTokenId } from '../../shared/domain/ids.ts';
import { errorTexts } from '../../shared/texts/errors.ts';
import type { PromptView } from '../messages.ts';
import { patternOf } from '../tool-address.ts';
import { type Background, Refusal } from './background.ts';
import { poll, refreshLists } from './polling.ts';
import { type Pairing, withPairing } from './state.ts';
import type { ToolAnswer } from './tool-api.ts';

const minute = 60_000;
/** What a prompt showed may be accepted for this long. */
const promptFor = 10 * minute;
const mostPrompts = 20;

export async function pairingOf({ state }: Background, id: ExtensionTokenId): Promise<Pairing> {
  const pairing = (await state.kept()).pairings.find((one) => one.id === id);
  if (!pairing || pairing.lost) throw new Refusal('pairingEnded', errorTexts.pairingEnded);
  return pairing;
}

/** A pairing whose tool can be asked. */
async function reachable(background: Background, id: ExtensionTokenId): Promise<Pairing> {
  const pairing = await pairingOf(background, id);
  if (!(await background.browser.mayReach(patternOf(pairing.toolUrl))))
    throw new Refusal(
      'notAllowed',
      `The browser does not let the extension reach ${new URL(pairing.toolUrl).host}, so nothing was changed. Allow it in the extension.`,
    );
  return pairing;
}

/** The value of an answer, or a refusal that the screen can show. A lost token is noted. */
async function taken<T>(background: Background, id: ExtensionTokenId, answer: ToolAnswer<T>): Promise<T> {
  if (answer.kind === 'ok') return answer.value;
  if (answer.kind === 'lost') {
    await background.state.keep((kept) =>
      withPairing(kept, id, (pairing) => ({ ...pairing, lost: true, counts: null })),
    );
    await poll(background);
    throw new Refusal('pairingEnded', errorTexts.pairingEnded);
  }
  if (answer.kind === 'refused') throw new Refusal(answer.code, answer.text);
  throw new Refusal('offline', 'Countersign cannot be reached now, so nothing was changed. Try again in a moment.');
}

/** What a prompt is to show, with a nonce that stands for exactly that. */
export async function showPrompt(
  background: Background,
  pairingId: ExtensionTokenId,
  evidenceId: EvidenceId,
  of: AcceptSource,
): Promise<PromptView> {
  const { state, api, secret, now } = background;
  const { toolUrl, token } = await reachable(background, pairingId);
  const prompt = await taken(background, pairingId, await api('prompt', { toolUrl, token, params: { evidenceId } }));
  const shown = prompt.offers.find((offer) => offer.of === of)?.criteria.map((criterion) => criterion.id) ?? [];
  if (shown.length === 0) throw new Refusal('nothingToAccept', errorTexts.nothingToAccept);
  const nonce = secret();
  await state.pass((passing) => {
    const open = Object.entries(passing.prompts).filter(([, one]) => one.until > now());
    const until = now() + promptFor;
    const prompts = [...open.slice(1 - mostPrompts), [nonce, { pairingId, evidenceId, of, shown, until }] as const];
    return { ...passing, prompts: Object.fromEntries(prompts) };
  });
  return { prompt, nonce };
}

/** Accepts what the prompt of that nonce showed, once. Nothing else can be accepted: the caller names no criteria. */
export async function acceptShown(background: Background, nonce: string): Promise<ExtensionAccepted> {
  const { state, api, now } = background;
  let asked = null as Awaited<ReturnType<typeof state.passing>>['prompts'][string] | null;
  await state.pass((passing) => {
    asked = Object.hasOwn(passing.prompts, nonce) ? (passing.prompts[nonce] ?? null) : null;
    const { [nonce]: _, ...prompts } = passing.prompts;
    return { ...passing, prompts };
  });
  if (asked === null || asked.until <= now())
    throw new Refusal('promptOver', 'This was open for too long. Look at it once more, then accept.');
  const { pairingId, evidenceId, of, shown } = asked;
  const { toolUrl, token } = await reachable(background, pairingId);
  const answer = await api('accept', { toolUrl, token, params: { evidenceId }, body: { of, shown } });
  const accepted = await taken(background, pairingId, answer);
  await Promise.all([poll(background, true), refreshLists(background, true)]);
  return accepted;
}

export async function undoAccept(
  background: Background,
  pairingId: ExtensionTokenId,
  evidenceId: EvidenceId,
  sequence: number,
): Promise<null> {
  const { toolUrl, token } = await reachable(background, pairingId);
  const answer = await background.api('undo', { toolUrl, token, params: { evidenceId }, body: { sequence } });
  await taken(background, pairingId, answer);
  await Promise.all([poll(background, true), refreshLists(background, true)]);
  return null;
}
