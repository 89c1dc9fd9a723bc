import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { ApiClient } from '../../../shared/client/api-client.ts';

/** What every screen may use, handed down from main.tsx, so that a test can hand down its own. */
export type Tools = { readonly client: ApiClient; readonly now: () => number };

const missing = (): never => {
  throw new Error('No Toolbox.Provider above this component.');
};
export const Toolbox = createContext<Tools>({
  get client(): ApiClient {
    return missing();
  },
  now: missing,
});
export const useTools = (): Tools => useContext(Toolbox);
