import type { Response } from 'express';
import { beginContentSelection } from '../use-cases/content/select-content.ts';
import { enter } from '../use-cases/enter.ts';
import type { ContentRequest, Launch } from '../use-cases/launch.ts';
import { type PanelAssets, sendEntryRefusal, sendPanel } from './panel-page.ts';

type Deps = Parameters<typeof enter>[0] & Parameters<typeof beginContentSelection>[0];

/** Answers a verified LTI message: with the panel, with the choice of activities to add, or with why there is neither. */
export async function welcome(
  deps: Deps,
  assets: PanelAssets,
  message: Launch | ContentRequest,
  response: Response,
): Promise<void> {
  const { platformOrigin } = message;
  if (message.messageType === 'LtiDeepLinkingRequest') {
    const begun = await beginContentSelection(deps, message);
    if (begun.kind === 'refused') return sendEntryRefusal(response, assets, begun.reason, platformOrigin);
    const contentReturnUrl = message.settings.returnUrl;
    return sendPanel(response, assets, { token: begun.token, platformOrigin, start: null, contentReturnUrl });
  }
  const entry = await enter(deps, message);
  if (entry.kind === 'refused') return sendEntryRefusal(response, assets, entry.reason, platformOrigin);
  sendPanel(response, assets, { token: entry.token, platformOrigin, start: entry.start, contentReturnUrl: null });
}
