import { historyParameters } from '../use-cases/link-parameters.ts';

/** What an administrator of the LMS enters to connect the tool. */
export type ToolSettings = {
  readonly name: string;
  /** Also called tool URL or target link URI. */
  readonly launchUrl: string;
  readonly loginUrl: string;
  readonly redirectUrls: readonly string[];
  readonly jwksUrl: string;
  readonly iconUrl: string;
  /** Host, with the port where it is not the usual one. */
  readonly domain: string;
  /** Services to switch on. */
  readonly scopes: readonly string[];
  /** Lines to paste as custom parameters, by product. The prefix keeps them off names that platforms use themselves. */
  readonly customParameters: { readonly moodle: readonly string[]; readonly canvas: readonly string[] };
};

export const edgePath = {
  login: '/lti/login',
  launch: '/lti/launch',
  keys: '/lti/keys',
  register: '/lti/register',
  canvas: '/lti/canvas.json',
} as const;

/** In a target address of ours: the LTI `sub` of the learner whose work is to be opened. */
export const reviewParameter = 'cs_learner';

/** Where the learner is with an activity when the gradebook may offer their work to look at. */
export const reviewableStatuses = ['InProgress', 'Submitted', 'Completed'] as const;

export const scope = {
  score: 'https://purl.imsglobal.org/spec/lti-ags/scope/score',
  result: 'https://purl.imsglobal.org/spec/lti-ags/scope/result.readonly',
  lineItem: 'https://purl.imsglobal.org/spec/lti-ags/scope/lineitem',
  memberships: 'https://purl.imsglobal.org/spec/lti-nrps/scope/contextmembership.readonly',
} as const;

/** What a link and its course were copied from. */
const history = Object.entries(historyParameters).map(([name, variable]) => `${name}=${variable}`);

/** `origin` is the tool's public origin. */
export function toolSettings(origin: string): ToolSettings {
  const launchUrl = origin + edgePath.launch;
  return {
    name: 'Countersign',
    launchUrl,
    loginUrl: origin + edgePath.login,
    redirectUrls: [launchUrl],
    jwksUrl: origin + edgePath.keys,
    iconUrl: `${origin}/icon.svg`,
    domain: new URL(origin).host,
    scopes: Object.values(scope),
    customParameters: {
      moodle: [...history, 'cs_user_id=$User.id', 'cs_context_id=$Context.id', 'cs_groups=$Moodle.Person.userGroupIds'],
      canvas: [
        ...history,
        'cs_canvas_course_id=$Canvas.course.id',
        'cs_canvas_assignment_id=$Canvas.assignment.id',
        'cs_canvas_user_id=$Canvas.user.id',
      ],
    },
  };
}
