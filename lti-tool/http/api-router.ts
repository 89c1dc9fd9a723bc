import { pipeline } from 'node:stream/promises';
import { json, type Request, type RequestHandler, type Response, Router } from 'express';
import { fileOperations, type OperationName, operations } from '../../shared/api/operations.ts';
import { routes } from '../../shared/api/routes.ts';
import { roles } from '../../shared/domain/roles.ts';
import { readAttachment } from '../use-cases/offer-evidence.ts';
import { addPart } from '../use-cases/uploads/upload-file.ts';
import { handlers } from './api-handlers.ts';
import { sendUnlessKnown } from './conditional.ts';
import type { ApiDeps, Handler } from './handler.ts';
import { runOnce } from './idempotency.ts';
import { bearerToken } from './request-context.ts';
import { type Authenticate, principalAs, sessionGuard } from './session-guard.ts';
import { makers } from './work-handlers.ts';

/** Largest JSON body: a long narrative with room to spare. */
const jsonLimit = '512kb';
/** Of the two operations whose body is a whole specification, for managers only. */
const largeLimit = '5mb';
const largeBodies: ReadonlySet<OperationName> = new Set(['previewQualification', 'importQualification']);

/** Every API operation: session, role and schema are checked before its one use-case runs. */
export function apiRouter(deps: ApiDeps, authenticate: Authenticate, limiter: RequestHandler): Router {
  const router = Router({ caseSensitive: true, strict: true });
  const guard = sessionGuard(authenticate);
  router.use('/api', guard, limiter, noStore);
  for (const name of Object.keys(operations) as OperationName[]) {
    const { method, path } = routes[name];
    const verb = method.toLowerCase() as Lowercase<typeof method>;
    const limit = largeBodies.has(name) ? largeLimit : jsonLimit;
    router[verb](path, ...onlyManagers(name), json({ limit, strict: true }), answer(deps, name));
  }
  router.put(routes.uploadPart.path, uploadPart(deps));
  router.get(routes.attachment.path, download(deps));
  return router;
}

/** Nobody else may make the tool read so much. */
const onlyManagers = (name: OperationName): RequestHandler[] =>
  largeBodies.has(name)
    ? [
        (_request, response, next) => {
          principalAs(response.locals.principal, ['manager']);
          next();
        },
      ]
    : [];

const noStore: RequestHandler = (_request, response, next) => {
  response.set('cache-control', 'no-store');
  next();
};

function answer<Name extends OperationName>(deps: ApiDeps, name: Name): RequestHandler {
  const handler = handlers[name] as unknown as Handler<OperationName>;
  const { params, body } = operations[name];
  const reads = routes[name].method === 'GET';
  return async (request, response) => {
    const principal = principalAs(response.locals.principal, handler.roles);
    const call = {
      principal,
      token: bearerToken(request.get('authorization')) ?? '',
      params: params.parse(request.params),
      body: body.parse(reads ? {} : (request.body ?? {})),
    } as Parameters<typeof handler.run>[1];
    if (reads) sendUnlessKnown(request, response, await handler.run(deps, call));
    else response.json(await runOnce(deps, name, request, response, call, (acting) => handler.run(deps, acting)));
  };
}

/** Takes the bytes of a part as they come; the use-case knows how many are welcome. */
const uploadPart = (deps: ApiDeps) => async (request: Request, response: Response) => {
  const principal = principalAs(response.locals.principal, makers);
  const place = fileOperations.uploadPart.params.parse(request.params);
  const { offset } = fileOperations.uploadPart.query.parse(request.query);
  response.json(await addPart(deps, principal, place, { offset, bytes: request }));
};

/** Files go out as downloads of no executable kind, whatever is in them. */
const download = (deps: ApiDeps) => async (request: Request, response: Response) => {
  const principal = principalAs(response.locals.principal, roles);
  const { evidenceId, attachmentId } = fileOperations.attachment.params.parse(request.params);
  const { attachment, bytes } = await readAttachment(deps, principal, evidenceId, attachmentId);
  response.set({
    'content-type': attachment.mediaType,
    'content-length': String(attachment.size),
    'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(attachment.name)}`,
    'content-security-policy': "default-src 'none'; sandbox",
  });
  await pipeline(bytes, response);
};
