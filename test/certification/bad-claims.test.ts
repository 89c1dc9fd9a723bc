import { claim } from '../builders/lti/fixture.ts';
import { type BadLaunch, certify } from './bad-launch.ts';
import { type Claims, withClaims } from './bad-token.ts';

const long = 'x'.repeat(256);
certify('bad claims', [
  ...(
    [
      ['version', claim.version],
      ['message_type', claim.messageType],
      ['deployment_id', claim.deploymentId],
      ['target_link_uri', claim.targetLinkUri],
      ['resource_link', claim.resourceLink],
      ['roles', claim.roles],
    ] as const
  ).map(
    ([name, uri]): BadLaunch => ({
      name: `a token without ${name}`,
      wrong: 'LTI requires the claim',
      code: 'LAUNCH_CLAIM_MISSING',
      attempt: withClaims({ [uri]: undefined }),
    }),
  ),
  {
    name: 'LTI 1.1',
    wrong: 'the version is LTI-1p0',
    code: 'LAUNCH_VERSION_UNSUPPORTED',
    attempt: withClaims({ [claim.version]: 'LTI-1p0' }),
  },
  {
    name: 'an unknown message',
    wrong: 'nothing offers LtiMakeCoffeeRequest',
    code: 'LAUNCH_MESSAGE_UNSUPPORTED',
    attempt: withClaims({ [claim.messageType]: 'LtiMakeCoffeeRequest' }),
  },
  {
    name: 'a message of LTI that this tool has no answer to',
    wrong: 'the message is not offered',
    code: 'LAUNCH_MESSAGE_UNSUPPORTED',
    attempt: withClaims({ [claim.messageType]: 'LtiStartProctoring' }),
  },
  {
    name: 'a resource link without id',
    wrong: 'we would not know which activity it is',
    code: 'LAUNCH_CLAIM_MISSING',
    attempt: withClaims({ [claim.resourceLink]: { title: 'Unit 1' } }),
  },
  ...(
    [
      ['an empty sub', 'it names nobody', { sub: '' }, 'LAUNCH_CLAIM_MISSING'],
      ['a sub that is a number', 'ids are texts', { sub: 5 }],
      ['a sub that is an object', 'it could become a query', { sub: { $gt: '' } }],
      ['a sub that is a list', 'ids are texts', { sub: ['5'] }],
      ['a sub of 256 characters', 'ids have at most 255', { sub: long }],
      ['a sub with a NUL in it', 'ids hold no control characters', { sub: '5\u0000admin' }],
      ['a sub of spaces', 'it names nobody', { sub: '   ' }],
      ['a name that is an object', 'a name is a text', { name: { first: 'Ana' } }],
      ['a deployment id over 255 characters', 'ids have at most 255', { [claim.deploymentId]: long }],
      ['a deployment id that is a list', 'ids are texts', { [claim.deploymentId]: ['1'] }],
      ['a context that is a text', 'a context is an object', { [claim.context]: '2' }],
      ['a context id that is an object', 'ids are texts', { [claim.context]: { id: { $ne: null } } }],
      ['a context id over 255 characters', 'ids have at most 255', { [claim.context]: { id: long } }],
      ['a context without id', 'it is no context', { [claim.context]: { title: 'Course' } }, 'LAUNCH_CLAIM_MISSING'],
      ['a resource link that is a list', 'a link is an object', { [claim.resourceLink]: [{ id: '1' }] }],
      ['a resource link id over 255 characters', 'ids have at most 255', { [claim.resourceLink]: { id: long } }],
      [
        'roles in one text',
        'roles are a list',
        { [claim.roles]: 'http://purl.imsglobal.org/vocab/lis/v2/membership#Instructor' },
      ],
      ['a role that is a number', 'roles are texts', { [claim.roles]: [1] }],
      [
        'two hundred roles',
        'nobody has so many',
        { [claim.roles]: Array.from({ length: 200 }, (_, at) => `role-${at}`) },
      ],
      ['a role over 255 characters', 'ids have at most 255', { [claim.roles]: [long] }],
      ['custom parameters in a list', 'custom is an object', { [claim.custom]: ['a'] }],
      [
        'a thousand custom parameters',
        'a platform sends some dozens',
        { [claim.custom]: Object.fromEntries(Array.from({ length: 1000 }, (_, at) => [`c${at}`, 'x'])) },
      ],
      [
        'a custom parameter named __proto__',
        'it could change what objects inherit',
        { [claim.custom]: JSON.parse('{"__proto__": "polluted"}') },
      ],
      ['grade services in a text', 'the claim is an object', { [claim.endpoint]: 'https://moodle.example/lineitem' }],
      [
        'a line item that is an object',
        'an address is a text',
        { [claim.endpoint]: { scope: [], lineitem: { url: 'x' } } },
      ],
      [
        'a line item with a file address',
        'scores go to web addresses',
        { [claim.endpoint]: { scope: [], lineitem: 'file:///etc/passwd' } },
      ],
      [
        'a line item address of 3,000 characters',
        'addresses have at most 2,048',
        { [claim.endpoint]: { scope: [], lineitem: `https://moodle.example/${'x'.repeat(3000)}` } },
      ],
      ['scopes in one text', 'scopes are a list', { [claim.endpoint]: { scope: 'score' } }],
      [
        'a memberships address with a password',
        'it would be sent along',
        { [claim.namesRoles]: { context_memberships_url: 'https://a:b@moodle.example/' } },
      ],
      ['a platform that is a text', 'tool_platform is an object', { [claim.toolPlatform]: 'moodle' }],
      ['a version in a list', 'the version is a text', { [claim.version]: ['1.3.0'] }],
      ['a target in a list', 'an address is a text', { [claim.targetLinkUri]: ['https://tool.example/'] }],
    ] as ReadonlyArray<[string, string, Claims, 'LAUNCH_CLAIM_MISSING'?]>
  ).map(
    ([name, wrong, changes, code = undefined]): BadLaunch => ({
      name,
      wrong,
      code: code ?? 'LAUNCH_CLAIM_INVALID',
      attempt: withClaims(changes),
    }),
  ),
  {
    name: 'a target on another origin in the token',
    wrong: 'the platform says that the link leads elsewhere',
    code: 'LAUNCH_TARGET_ELSEWHERE',
    attempt: withClaims({ [claim.targetLinkUri]: 'https://evil.example/lti/launch' }),
  },
  {
    name: 'a target of script in the token',
    wrong: 'it is no web address',
    code: 'LAUNCH_TARGET_ELSEWHERE',
    attempt: withClaims({ [claim.targetLinkUri]: 'javascript:alert(1)' }),
  },
  {
    name: 'a deployment other than the one that began the login',
    wrong: 'login and token disagree',
    code: 'LAUNCH_DEPLOYMENT_MISMATCH',
    attempt: withClaims({ [claim.deploymentId]: '2' }),
  },
  {
    name: 'a deployment that the administrator did not name',
    wrong: 'only named deployments may launch',
    code: 'LAUNCH_DEPLOYMENT_UNKNOWN',
    attempt: async ({ started, platform, browser }) => {
      const named = { ...platform.registration, clientId: 'careful', deploymentIds: ['7'] };
      await started.edge.registrations.add(named);
      return browser.launch({ aud: 'careful' }, undefined, { client_id: 'careful' });
    },
  },
]);
