/** The one-way imports of docs/architecture.md, made executable. */
const only = (name, from, allowed, comment) => ({
  name,
  severity: 'error',
  comment,
  from: { path: `^${from}` },
  to: { path: '^(shared|lti-tool|extension|scripts|test)/', pathNot: allowed.map((p) => `^${p}`) },
});
const importerOf = (name, pkg, from) => ({
  name,
  severity: 'error',
  comment: `Only ${from} may touch ${pkg}.`,
  from: { path: '^(shared|lti-tool|extension|scripts)/', pathNot: `^${from}` },
  to: { path: `node_modules/${pkg}(/|$)`, dependencyTypesNot: ['type-only'] },
});
module.exports = {
  forbidden: [
    {
      name: 'no-cycles',
      severity: 'error',
      comment: 'Break the cycle: move the shared idea down.',
      from: {},
      to: { circular: true },
    },
    {
      name: 'no-orphans',
      severity: 'error',
      comment: 'Nothing imports this file: delete it.',
      from: { orphan: true, path: '^(shared|lti-tool)/', pathNot: '\\.d\\.ts$' },
      to: {},
    },
    {
      name: 'not-unresolvable',
      severity: 'error',
      comment: 'The import does not resolve.',
      from: {},
      to: { couldNotResolve: true },
    },
    only('domain-is-pure', 'shared/domain/', ['shared/domain/'], 'The domain imports nothing but itself.'),
    {
      name: 'domain-no-packages',
      severity: 'error',
      comment: 'The domain is plain TypeScript.',
      from: { path: '^shared/domain/' },
      to: { dependencyTypes: ['npm', 'core'] },
    },
    only('api-on-domain', 'shared/api/', ['shared/(domain|api)/'], 'api imports domain only.'),
    only('client-on-api', 'shared/client/', ['shared/'], 'The client imports api and domain only.'),
    only(
      'panel-on-client',
      'lti-tool/panel/',
      ['shared/', 'lti-tool/panel/'],
      'The panel talks to the tool through shared/client only.',
    ),
    only('extension-on-client', 'extension/', ['shared/', 'extension/'], 'The extension never imports the tool.'),
    only(
      'use-cases-on-domain',
      'lti-tool/use-cases/',
      ['shared/domain/', 'lti-tool/use-cases/'],
      'Use-cases know the domain and their own ports.',
    ),
    only(
      'store-on-ports',
      'lti-tool/store/',
      ['shared/domain/', 'lti-tool/use-cases/', 'lti-tool/store/'],
      'The store implements ports; it knows no http or lti.',
    ),
    only(
      'lti-on-ports',
      'lti-tool/lti/',
      ['shared/domain/', 'lti-tool/use-cases/', 'lti-tool/lti/'],
      'The LTI edge knows no store and no http.',
    ),
    only(
      'http-on-use-cases',
      'lti-tool/http/',
      ['shared/', 'lti-tool/use-cases/', 'lti-tool/http/'],
      'Routers call use-cases; they know no store and no lti.',
    ),
    {
      name: 'only-main-composes',
      severity: 'error',
      comment: 'Nothing imports the composition root but scripts and tests.',
      from: { path: '^(shared|lti-tool|extension)/', pathNot: '^lti-tool/main\\.ts$' },
      to: { path: '^lti-tool/main\\.ts$' },
    },
    {
      name: 'no-tests-in-code',
      severity: 'error',
      comment: 'Code never imports tests.',
      from: { path: '^(shared|lti-tool|extension|scripts)/' },
      to: { path: '^test/' },
    },
    importerOf('browser-calls-in-one-file', 'webextension-polyfill', 'extension/browser\\.ts$'),
    importerOf('ltijs-in-one-room', 'ltijs', 'lti-tool/lti/'),
    importerOf('mongoose-in-store', 'mongoose', 'lti-tool/store/'),
    importerOf('mingo-in-embedded', 'mingo', 'lti-tool/store/embedded/'),
    importerOf('lmdb-in-embedded', 'lmdb', 'lti-tool/store/embedded/'),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
    },
  },
};
