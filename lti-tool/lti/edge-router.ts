import { type NextFunction, type Request, type Response, Router } from 'express';
import { helpPrefix, sendHelp } from './help/help-page.ts';
import { sendRefusal } from './pages.ts';
import { LaunchRefused } from './refusals.ts';
import { edgePath } from './settings.ts';

export type Log = {
  info(details: object, message: string): void;
  warn(details: object, message: string): void;
  error(details: object, message: string): void;
};
type Endpoint = (request: Request, response: Response) => Promise<void>;

const reading = (endpoint: Endpoint): ReadonlyMap<string, Endpoint> =>
  new Map([
    ['GET', endpoint],
    ['HEAD', endpoint],
  ]);

/**
 * Everything under /lti: a few addresses, each with its methods; all else is answered here too, and nothing that goes wrong
 * leaves this room. Mount it before any body parser.
 */
export function createEdgeRouter(deps: {
  readonly login: Endpoint;
  readonly launch: Endpoint;
  readonly register: Endpoint;
  readonly keySet: () => Promise<string>;
  /** The JSON for a Canvas developer key. */
  readonly canvas: () => Promise<string>;
  readonly log: Log;
}): Router {
  const { log } = deps;
  const document =
    (make: () => Promise<string>): Endpoint =>
    async (_request, response) => {
      const text = await make();
      response.setHeader('content-type', 'application/json; charset=utf-8');
      response.setHeader('cache-control', 'public, max-age=300');
      response.setHeader('x-content-type-options', 'nosniff');
      response.end(text);
    };
  /** The panel was reloaded or gone back to: its launch is over. */
  const reopened: Endpoint = async () => {
    throw new LaunchRefused('LAUNCH_STATE_UNKNOWN');
  };
  const endpoints = new Map<string, ReadonlyMap<string, Endpoint>>([
    [
      edgePath.login,
      new Map([
        ['GET', deps.login],
        ['POST', deps.login],
      ]),
    ],
    [
      edgePath.launch,
      new Map([
        ['GET', reopened],
        ['POST', deps.launch],
      ]),
    ],
    [edgePath.register, new Map([['GET', deps.register]])],
    [edgePath.keys, reading(document(deps.keySet))],
    [edgePath.canvas, reading(document(deps.canvas))],
  ]);

  function refuse(error: unknown, response: Response): void {
    const refused = error instanceof LaunchRefused ? error : new LaunchRefused('LAUNCH_TOOL_FAULT', null, error);
    const { code, about } = refused;
    if (code === 'LAUNCH_TOOL_FAULT') log.error({ code, error: refused.cause }, 'launch failed');
    else log.warn({ code, about }, 'launch refused');
    if (response.headersSent) return void response.destroy();
    // Half-read bodies end with the connection.
    if (!response.req.complete) response.setHeader('connection', 'close');
    response.removeHeader('set-cookie');
    sendRefusal(response, refused);
  }
  const help: Endpoint = async ({ path }, response) => {
    if (!sendHelp(response, path.slice(helpPrefix.length))) throw new LaunchRefused('LAUNCH_NOT_FOUND');
  };
  function endpointFor({ path, method }: Request, response: Response): Endpoint {
    if (path.startsWith(helpPrefix) && (method === 'GET' || method === 'HEAD')) return help;
    const methods = endpoints.get(path);
    if (methods === undefined) throw new LaunchRefused('LAUNCH_NOT_FOUND');
    const endpoint = methods.get(method);
    if (endpoint !== undefined) return endpoint;
    response.setHeader('allow', [...methods.keys()].join(', '));
    throw new LaunchRefused('LAUNCH_METHOD_NOT_ALLOWED');
  }

  const router = Router({ caseSensitive: true, strict: true });
  router.use(async (request: Request, response: Response, next: NextFunction) => {
    if (!/^\/lti(\/|$)/.test(request.path)) return next();
    try {
      await endpointFor(request, response)(request, response);
    } catch (error) {
      refuse(error, response);
    }
  });
  return router;
}
