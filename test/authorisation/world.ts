import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { Router } from 'express';
import { createApp } from '../../lti-tool/http/app.ts';
import type { ApiDeps } from '../../lti-tool/http/handler.ts';
import { listen, portOf, stop } from '../../lti-tool/http/server.ts';
import { createFileStore } from '../../lti-tool/store/file-store.ts';
import { systemCrypto } from '../../lti-tool/tool.ts';
import type { ContentSelections } from '../../lti-tool/use-cases/content/content-ports.ts';
import { enter } from '../../lti-tool/use-cases/enter.ts';
import { Failure } from '../../lti-tool/use-cases/failure.ts';
import type { Launch } from '../../lti-tool/use-cases/launch.ts';
import { authenticate, type Principal } from '../../lti-tool/use-cases/principal.ts';
import type { Role } from '../../shared/domain/roles.ts';
import { addSampleQualification, aLaunch, setRoleOf } from '../builders/tool/centre.ts';
import { openTestStore } from '../builders/tool/database.ts';
import { type EvidenceState, makeTarget, type Target } from './target.ts';

/** Where the thing asked about is, as seen by somebody of context A. */
export const places = ['own', 'otherLearner', 'otherContext', 'otherTenant'] as const;
export type Place = (typeof places)[number];

/** A word in everything of another context or tenant: no answer to somebody of context A may hold it. */
export const secretWord = 'Elsewhere';

const membership = 'http://purl.imsglobal.org/vocab/lis/v2/membership#';
const day = 24 * 3_600_000;

const contextA = {};
const contextB: Partial<Launch> = {
  context: { id: 'b', title: `${secretWord} B`, label: null },
  resourceLink: { id: 'b', title: `${secretWord} B` },
};
const otherTenant: Partial<Launch> = { ...contextB, registrationId: 'registration-2', clientId: 'client-2' };

type Visitor = { readonly token: string; readonly principal: Principal };

export type World = {
  readonly url: string;
  /** A new session of somebody in that role in context A. */
  session(role: Role): Promise<string>;
  expire(role: Role): Promise<string>;
  target(place: Place, state?: EvidenceState): Promise<Target>;
  close(): Promise<void>;
};

/** Nobody is choosing activities here. */
const noContent: ContentSelections = {
  begin: () => Promise.reject(new Error('no content here')),
  find: async () => null,
  answer: () => Promise.reject(new Failure('sessionEnded')),
};

/** Two tenants, one of them with two contexts, with work in each, and the API before them. */
export async function openWorld(): Promise<World> {
  const store = await openTestStore();
  let ahead = 0;
  const clock = { now: () => Date.now() + ahead };
  const files = createFileStore(path.join(store.directory, 'files'), 1_000_000);
  const deps: ApiDeps = { stores: store.stores, clock, crypto: systemCrypto, files, pause };
  await addSampleQualification(store.stores);
  const panelDirectory = path.join(store.directory, 'panel');
  await mkdir(panelDirectory);
  const app = createApp({
    api: deps,
    content: noContent,
    authenticate: (token) => authenticate(deps, token),
    log: { info: () => {}, warn: () => {}, error: () => {} },
    ltiRouter: Router(),
    panelDirectory,
    ping: store.ping,
    rateLimit: null,
    proxies: 0,
  });
  const server = await listen(app, 0, '127.0.0.1');

  async function visit(name: string, role: Role, place: Partial<Launch>): Promise<Visitor> {
    const entry = await enter(
      deps,
      aLaunch({
        person: { sub: name, name, givenName: name, familyName: name },
        roles: [`${membership}${role === 'learner' ? 'Learner' : 'Instructor'}`],
        ...place,
      }),
    );
    if (entry.kind !== 'entered') throw new Error(entry.reason);
    const { token } = entry;
    let principal = await authenticate(deps, token);
    if (principal.role !== role) {
      await setRoleOf(deps, principal, role);
      principal = await authenticate(deps, token);
    }
    return { token, principal };
  }

  const amelia = await visit('Amelia', 'learner', contextA);
  const kwame = await visit('Kwame', 'learner', contextA);
  const ameliaInB = await visit('Amelia', 'learner', contextB);
  const stranger = await visit(secretWord, 'learner', otherTenant);
  const assessors = {
    here: await visit('Anna', 'assessor', contextA),
    there: await visit('Anna', 'assessor', contextB),
    far: await visit(`Anna ${secretWord}`, 'assessor', otherTenant),
  };
  const owners: Record<Place, readonly [Visitor, Visitor]> = {
    own: [amelia, assessors.here],
    otherLearner: [kwame, assessors.here],
    otherContext: [ameliaInB, assessors.there],
    otherTenant: [stranger, assessors.far],
  };

  return {
    url: `http://127.0.0.1:${portOf(server)}`,
    session: async (role) => (await visit(role === 'learner' ? 'Amelia' : role, role, contextA)).token,
    async expire(role) {
      const session = role === 'learner' ? 'Amelia' : role;
      ahead = -2 * day;
      try {
        return (await visit(session, role, contextA)).token;
      } finally {
        ahead = 0;
      }
    },
    target(place, state) {
      const [{ principal }, assessor] = owners[place];
      const inside = place === 'own' || place === 'otherLearner';
      const title = inside ? 'Complaint call' : `${secretWord} call`;
      return makeTarget(deps, principal, assessor.principal, title, state);
    },
    async close() {
      await stop(server);
      await store.close();
    },
  };
}
