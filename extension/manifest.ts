export type Target = 'chrome' | 'firefox';
export type ManifestOptions = { readonly version: string };

/** The id by which Firefox, and an institution's policy, know the extension. */
export const firefoxId = 'countersign@countersign.example';
export const iconSizes = [16, 32, 48, 64, 96, 128] as const;

/** No page but the extension's own may run or frame anything of it, and nothing is fetched but by the background. */
const policy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self'",
  'connect-src https: http://localhost:* http://127.0.0.1:*',
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

const background = {
  // Edge takes what Chrome takes.
  chrome: { background: { service_worker: 'background.js' }, minimum_chrome_version: '120' },
  firefox: {
    background: { scripts: ['background.js'] },
    browser_specific_settings: {
      gecko: {
        id: firefoxId,
        strict_min_version: '140.0',
        data_collection_permissions: { required: ['authenticationInfo', 'websiteActivity'] },
      },
      gecko_android: { strict_min_version: '142.0' },
    },
  },
};

/**
 * The manifest. No host permission at installing: the tool's origin and each LMS's are asked for one by one.
 * @see https://developer.chrome.com/docs/extensions/reference/manifest
 */
export function manifestFor(target: Target, { version }: ManifestOptions): Record<string, unknown> {
  const icons = Object.fromEntries(iconSizes.map((size) => [String(size), `icons/${size}.png`]));
  return {
    manifest_version: 3,
    name: 'Countersign',
    version,
    description: 'Shows how many ticks wait for you to confirm, and confirms them in one click after asking.',
    icons,
    action: { default_popup: 'popup.html', default_title: 'Countersign', default_icon: icons },
    options_ui: { page: 'options.html', open_in_tab: true },
    permissions: ['storage', 'alarms', 'scripting'],
    optional_host_permissions: ['https://*/*', 'http://localhost/*', 'http://127.0.0.1/*'],
    content_security_policy: { extension_pages: policy },
    // Firefox takes its policy for the extension without a schema.
    ...(target === 'chrome' ? { storage: { managed_schema: 'managed-schema.json' } } : {}),
    ...background[target],
  };
}

/** What an institution's policy may set. */
export const managedSchema = {
  type: 'object',
  properties: {
    tools: {
      title: 'Addresses of Countersign',
      description: 'Offered when the extension is connected, for example https://countersign.college.example',
      type: 'array',
      items: { type: 'string' },
    },
  },
};
