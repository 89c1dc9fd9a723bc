import { expect } from 'chai';
import { type RouteName, routes } from '../../shared/api/routes.ts';
import { type Role, roles } from '../../shared/domain/roles.ts';
import { type Rule, rules } from './rules.ts';
import type { Target } from './target.ts';
import { openWorld, type Place, places, secretWord, type World } from './world.ts';

type Answer = { readonly status: number; readonly code: string | undefined; readonly text: string };
/** Whether the route is about one thing, named in its path. */
const aims = (name: RouteName) => routes[name].path.includes(':');
/** Qualifications and people belong to a tenant, not to a context. */
const ofTenant = (name: RouteName) => /:(qualificationId|personId)/.test(routes[name].path);
/** Answers that have nothing to do with who asks. */
const fine = (answer: Answer, rule: Rule) => answer.status < 300 || answer.code === rule.otherwise;

describe('who may do what, over HTTP', () => {
  const names = Object.keys(routes) as RouteName[];
  let cases = 0;
  let world: World;
  before(async function () {
    this.timeout(60_000);
    world = await openWorld();
  });
  after(async () => {
    await world?.close();
    console.log(`    ${names.length} operations, ${roles.length} roles, ${cases} calls`);
  });

  async function call(name: RouteName, token: string | null, target: Target): Promise<Answer> {
    cases += 1;
    const { method, path } = routes[name];
    const ids = target as unknown as Readonly<Record<string, string>>;
    const filled = path.replace(/:(\w+)/g, (_, key: string) => encodeURIComponent(ids[key] ?? ''));
    const upload = name === 'uploadPart';
    const response = await fetch(`${world.url}${filled}${upload ? '?offset=4' : ''}`, {
      method,
      headers: {
        ...(token === null ? {} : { authorization: `Bearer ${token}` }),
        ...(method === 'GET' || upload ? {} : { 'content-type': 'application/json' }),
      },
      ...(method === 'GET' ? {} : { body: upload ? '' : JSON.stringify(rules[name].body?.(target) ?? {}) }),
    });
    const text = await response.text();
    const json = response.headers.get('content-type')?.includes('json');
    const { code } = (json ? JSON.parse(text) : {}) as { code?: string };
    return { status: response.status, code, text };
  }

  it('is written down for every route', () => {
    expect(Object.keys(rules)).to.have.members(names);
  });

  it('lets an EQA change nothing', () => {
    const changing = names.filter((name) => routes[name].method !== 'GET' && rules[name].may.includes('eqa'));
    expect(changing).to.deep.equal(['endSession']);
  });

  for (const name of names) {
    const rule = rules[name];
    describe(`${name} (${routes[name].method} ${routes[name].path})`, () => {
      for (const role of roles) {
        const allowed = rule.may.includes(role);
        for (const place of placesFor(name, role)) {
          const says = outcome(name, role, place);
          it(`${role}, ${place}: ${says}`, async () => {
            const target = await world.target(place, rule.evidence);
            const answer = await call(name, await world.session(role), target);
            if (says === 'allowed') expect(fine(answer, rule), `${answer.status} ${answer.text}`).to.equal(true);
            else if (says === 'changes nothing') expect(changesNothing(answer), answer.text).to.equal(true);
            else expect(answer.code).to.equal(says);
            expect(answer.text).not.to.include(secretWord);
          });
        }
        if (allowed) {
          it(`${role}, revoked session: sessionEnded`, async () => {
            const target = await world.target('own', rule.evidence);
            const token = await world.session(role);
            await call('endSession', token, target);
            expect(await call(name, token, target)).to.include({ status: 401, code: 'sessionEnded' });
          });
          it(`${role}, expired session: sessionEnded`, async () => {
            const target = await world.target('own', rule.evidence);
            expect(await call(name, await world.expire(role), target)).to.include({ code: 'sessionEnded' });
          });
        }
      }
      it('nobody, without a session: sessionMissing', async () => {
        const target = await world.target('own', rule.evidence);
        expect(await call(name, null, target)).to.include({ status: 401, code: 'sessionMissing' });
      });
    });
  }
});

function placesFor(name: RouteName, role: Role): readonly Place[] {
  if (aims(name) || rules[name].strangers)
    return places.filter((place) => !(ofTenant(name) && place === 'otherContext'));
  return role === 'learner' ? ['own'] : ['otherLearner'];
}

/** Staff have no work of their own: that of both learners of their context is theirs to see. */
function outcome(name: RouteName, role: Role, place: Place): string {
  const rule = rules[name];
  if (!rule.may.includes(role)) return 'roleNotAllowed';
  const theirs = place === 'own' || (place === 'otherLearner' && (role !== 'learner' || ofTenant(name)));
  if (theirs) return rule.evidence === 'draft' && role !== 'learner' ? 'notFound' : 'allowed';
  return rule.strangers ? 'changes nothing' : 'notFound';
}

function changesNothing({ status, code, text }: Answer): boolean {
  return status >= 400 ? code === 'notFound' : (JSON.parse(text) as { count?: number }).count === 0;
}
