import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import express, { urlencoded } from 'express';
import { createRemoteJWKSet, jwtVerify } from 'jose';
import type { LaunchSettings, Serving } from '../serving.ts';

const random = () => randomBytes(32).toString('base64url');
const page = (token: string) => `<!doctype html><title>Tool</title><script type="application/json">"${token}"</script>`;

/** The least that can be called a launch: express, jose, state and session in memory, no database, no log. */
export async function serveBareLaunch({ port, url, platform }: LaunchSettings): Promise<Serving> {
  const app = express();
  const keys = createRemoteJWKSet(new URL(platform.jwksUrl));
  const nonces = new Map<string, string>();
  const sessions = new Map<string, string>();
  app.use(urlencoded({ extended: false }));
  app.post('/lti/login', (request, response) => {
    const [state, nonce] = [random(), random()];
    nonces.set(state, nonce);
    const asked = new URLSearchParams({
      response_type: 'id_token',
      response_mode: 'form_post',
      scope: 'openid',
      prompt: 'none',
      client_id: platform.clientId,
      redirect_uri: `${url}/lti/launch`,
      login_hint: String(request.body.login_hint),
      state,
      nonce,
    });
    response.cookie('state', state, { httpOnly: true, secure: true, sameSite: 'none' });
    response.redirect(`${platform.authUrl}?${asked}`);
  });
  app.post('/lti/launch', async (request, response) => {
    const state = String(request.body.state);
    const nonce = nonces.get(state);
    nonces.delete(state);
    const { issuer, clientId } = platform;
    const { payload } = await jwtVerify(String(request.body.id_token), keys, { issuer, audience: clientId });
    if (nonce === undefined || payload.nonce !== nonce || request.headers.cookie !== `state=${state}`)
      return void response.status(401).end();
    const token = random();
    sessions.set(token, String(payload.sub));
    response.send(page(token));
  });
  const server = app.listen(port, 'localhost');
  await once(server, 'listening');
  return {
    close: async () => {
      server.closeAllConnections();
      server.close();
    },
  };
}
