import { once } from 'node:events';
import express from 'express';
import type { LaunchSettings, Serving } from '../serving.ts';

const me = {
  person: { id: '7f3a6c1e-0f5c-4a53-9a1d-2b7d0a4c9e11', name: 'Amelia Hart', givenName: 'Amelia' },
  role: 'learner',
  context: { title: 'Level 2 Customer Service, group A' },
  linkTitle: 'Portfolio: Diploma in Customer Service',
  qualificationId: '7f3a6c1e-0f5c-4a53-9a1d-2b7d0a4c9e12',
  enrolmentId: '7f3a6c1e-0f5c-4a53-9a1d-2b7d0a4c9e13',
};

/** Express with the same reply, and nothing before it. */
export async function serveBareApi({ port }: Pick<LaunchSettings, 'port'>): Promise<Serving> {
  const app = express();
  app.get('/api/me', (_request, response) => void response.json(me));
  const server = app.listen(port, 'localhost');
  await once(server, 'listening');
  return {
    close: async () => {
      server.closeAllConnections();
      server.close();
    },
  };
}
