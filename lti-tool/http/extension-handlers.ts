import { listTokens, offerPairing, revokeToken } from '../use-cases/extension/pairing.ts';
import type { Handler } from './handler.ts';

type PanelOperation = 'extensionTokens' | 'offerPairing' | 'revokeExtensionToken';

/** Those for whom something can wait. */
const waitedFor = ['learner', 'traineeAssessor', 'assessor'] as const;

/** What the panel asks for about extensions: each person for themselves. */
export const extensionHandlers: { readonly [Name in PanelOperation]: Handler<Name> } = {
  extensionTokens: { roles: waitedFor, run: (deps, { principal }) => listTokens(deps, principal) },
  offerPairing: { roles: waitedFor, run: (deps, { principal, body }) => offerPairing(deps, principal, body) },
  revokeExtensionToken: {
    roles: waitedFor,
    run: async (deps, { principal, params }) => {
      await revokeToken(deps, principal, params.tokenId);
      return {};
    },
  },
};
