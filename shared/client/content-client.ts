import type { ContentAnswer, ContentMessage, ContentSelectionView } from '../api/content-selection.ts';
import { contentSelectionPath } from '../api/routes.ts';
import { type ApiClientOptions, createSender } from './api-client.ts';

export type ContentClient = ReturnType<typeof createContentClient>;

/** Calls the API of choosing activities for a course; rejects as the other client does. */
export function createContentClient(options: ApiClientOptions) {
  const send = createSender(options);
  return {
    view: async (signal: AbortSignal): Promise<ContentSelectionView> =>
      (await send(contentSelectionPath, { method: 'GET', signal })).json(),
    answer: async (answer: ContentAnswer): Promise<ContentMessage> => {
      const headers = { 'content-type': 'application/json' };
      return (await send(contentSelectionPath, { method: 'POST', headers, body: JSON.stringify(answer) })).json();
    },
  };
}
