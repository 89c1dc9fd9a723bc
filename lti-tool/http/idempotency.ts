import type { Request, Response } from 'express';
import { z } from 'zod';
import type { BodyOf, OperationName, ParamsOf } from '../../shared/api/operations.ts';
import { actIdOf, once } from '../use-cases/acts.ts';
import type { Principal } from '../use-cases/principal.ts';
import type { ApiDeps } from './handler.ts';

/** Made by a client once for an act, and sent again with each retry of it. */
const idempotencyHeader = 'idempotency-key';
const keySchema = z.string().regex(/^[A-Za-z0-9_-]{16,100}$/);

type Call = {
  readonly principal: Principal;
  readonly params: ParamsOf<OperationName>;
  readonly body: BodyOf<OperationName>;
};

/**
 * Runs a writing operation once for each key. Without a key it simply runs: what a rule allows twice is then done twice.
 * @see https://datatracker.ietf.org/doc/draft-ietf-httpapi-idempotency-key-header/
 */
export async function runOnce<C extends Call, R>(
  deps: ApiDeps,
  operation: OperationName,
  request: Request,
  response: Response,
  call: C,
  run: (call: C) => Promise<R>,
): Promise<R> {
  const header = request.get(idempotencyHeader);
  if (header === undefined) return run(call);
  const { principal, params, body } = call;
  const { tenantId, personId } = principal;
  const act = { tenantId, personId, key: keySchema.parse(header), operation, params, body };
  const acting = { ...call, principal: { ...principal, actId: actIdOf(deps.crypto, act) } };
  const { reply, again } = await once(deps, act, () => run(acting));
  if (again) response.set('idempotency-replayed', 'true');
  return reply;
}
