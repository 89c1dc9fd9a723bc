/** What the panel asks for about extensions, with its session. */
export const extensionPanelRoutes = {
  extensionTokens: { method: 'GET', path: '/api/extension-tokens' },
  offerPairing: { method: 'POST', path: '/api/extension-tokens' },
  revokeExtensionToken: { method: 'DELETE', path: '/api/extension-tokens/:tokenId' },
} as const;

/** What the extension itself asks for, with its own token. No session opens these, and the token opens nothing else. */
export const extensionRoutes = {
  pair: { method: 'POST', path: '/extension/pair' },
  counts: { method: 'GET', path: '/extension/counts' },
  waiting: { method: 'GET', path: '/extension/waiting' },
  prompt: { method: 'GET', path: '/extension/evidence/:evidenceId' },
  accept: { method: 'POST', path: '/extension/evidence/:evidenceId/accept-all' },
  undo: { method: 'POST', path: '/extension/evidence/:evidenceId/undo' },
  unpair: { method: 'POST', path: '/extension/unpair' },
} as const;
