import { expect } from 'chai';
import fc from 'fast-check';
import { fileOperations, operations } from '../../../shared/api/operations.ts';
import { pathOf, type RouteName, routes } from '../../../shared/api/routes.ts';
import { idPattern } from '../../../shared/domain/ids.ts';

const names = Object.keys(routes) as RouteName[];
const parametersOf = (path: string): string[] => [...path.matchAll(/:(\w+)/g)].map(([, key]) => key ?? '');
const described = { ...operations, ...fileOperations };

describe('API routes', () => {
  it('have an operation or a file operation each, and none is described without a route', () => {
    expect(Object.keys(described)).to.have.members(names);
    expect(Object.keys(described)).to.have.length(Object.keys(operations).length + Object.keys(fileOperations).length);
  });

  it('are no two the same', () => {
    const places = names.map((name) => `${routes[name].method} ${routes[name].path}`);
    expect(new Set(places).size).to.equal(places.length);
  });

  for (const name of names) {
    const { method, path } = routes[name];

    it(`${name} takes the parameters that its path names`, () => {
      expect(Object.keys(described[name].params.shape)).to.have.members(parametersOf(path));
    });

    it(`${name} is under /api/ with words in small letters`, () => {
      expect(path).to.match(/^\/api(\/([a-z-]+|:[a-zA-Z]+))+$/);
    });

    if (method === 'GET' && name in operations) {
      it(`${name} reads without a body`, () => {
        expect(operations[name as keyof typeof operations].body.safeParse({ any: 1 }).success).to.equal(false);
      });
    }
  }

  it('fill in their parameters', () => {
    expect(pathOf('me')).to.equal('/api/me');
    expect(pathOf('attachment', { evidenceId: 'e1', attachmentId: 'a2' })).to.equal('/api/evidence/e1/attachments/a2');
  });

  it('encode what has a meaning in a path', () => {
    expect(pathOf('evidence', { evidenceId: '201/1.1' })).to.equal('/api/evidence/201%2F1.1');
    expect(pathOf('evidence', { evidenceId: 'a/../../me' })).to.equal('/api/evidence/a%2F..%2F..%2Fme');
    expect(pathOf('evidence', { evidenceId: 'a?b#c%2e' })).to.equal('/api/evidence/a%3Fb%23c%252e');
  });

  it('keep any id in its own path segment, also after a browser resolved the address', () => {
    fc.assert(
      fc.property(fc.stringMatching(idPattern), fc.stringMatching(idPattern), (evidenceId, attachmentId) => {
        const { pathname } = new URL(pathOf('attachment', { evidenceId, attachmentId }), 'https://tool.example');
        const [, api, evidence, first, attachments, second, ...rest] = pathname.split('/');
        expect([api, evidence, attachments, ...rest]).to.deep.equal(['api', 'evidence', 'attachments']);
        expect([first, second].map((part) => decodeURIComponent(part ?? ''))).to.deep.equal([evidenceId, attachmentId]);
      }),
    );
  });
});
