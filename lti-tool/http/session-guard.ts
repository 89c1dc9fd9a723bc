import type { RequestHandler } from 'express';
import type { Role } from '../../shared/domain/roles.ts';
import { Failure } from '../use-cases/failure.ts';
import type { Principal } from '../use-cases/principal.ts';
import { bearerToken } from './request-context.ts';

export type Authenticate = (token: string | null) => Promise<Principal>;

/** Lets a request with a living session pass. The token is read from the Authorization header and nowhere else. */
export function sessionGuard(authenticate: Authenticate): RequestHandler {
  return async (request, response, next) => {
    response.locals.principal = await authenticate(bearerToken(request.get('authorization')));
    next();
  };
}

/** The principal of a guarded request whose role is one of those allowed. */
export function principalAs(principal: Principal | undefined, roles: readonly Role[]): Principal {
  if (!principal) throw new Failure('sessionMissing');
  if (!roles.includes(principal.role)) throw new Failure('roleNotAllowed');
  return principal;
}
