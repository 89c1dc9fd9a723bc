import type { ToolSettings } from '../settings.ts';
import { offer, offeredMessages, parametersOf } from './offer.ts';

/**
 * The JSON that Canvas reads for a developer key ("Enter URL" or "Paste JSON"): public, the same for everybody.
 * @see https://developerdocs.instructure.com/services/canvas/external-tools/lti/file.lti_dev_key_config
 */
export function canvasConfiguration(settings: ToolSettings): object {
  const { name, launchUrl, loginUrl, jwksUrl, iconUrl, domain, customParameters } = settings;
  const placements = offeredMessages.flatMap(({ type, label, canvasPlacements }) =>
    canvasPlacements.map((placement) => ({
      text: label,
      placement,
      message_type: type,
      target_link_uri: launchUrl,
      icon_url: iconUrl,
      ...(placement === 'course_navigation' && { default: 'disabled' }),
    })),
  );
  return {
    title: name,
    description: offer.description,
    target_link_uri: launchUrl,
    oidc_initiation_url: loginUrl,
    public_jwk_url: jwksUrl,
    redirect_uris: settings.redirectUrls,
    scopes: offer.scopes,
    custom_fields: parametersOf(customParameters.canvas),
    extensions: [
      {
        domain,
        tool_id: 'countersign',
        platform: 'canvas.instructure.com',
        privacy_level: 'public',
        settings: { text: name, icon_url: iconUrl, placements },
      },
    ],
  };
}
