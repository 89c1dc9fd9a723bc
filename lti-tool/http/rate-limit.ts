import { createHash } from 'node:crypto';
import type { Request, RequestHandler } from 'express';
import { ipKeyGenerator, rateLimit } from 'express-rate-limit';
import { sendError } from './errors.ts';
import { bearerToken } from './request-context.ts';

const minute = 60_000;
/** A whole college may come from one address. */
const sessionsBehindAnAddress = 10;

function limiter(limit: number, keyGenerator: (request: Request) => string): RequestHandler {
  return rateLimit({
    windowMs: minute,
    limit,
    standardHeaders: 'draft-8',
    legacyHeaders: false,
    keyGenerator,
    handler: (_request, response) => sendError(response, 'tooManyRequests'),
  });
}

const open: RequestHandler = (_request, _response, next) => next();

/** Pairings that one address may end in a minute: a staff room at once, and far too few to guess a code of 256 bits. */
const pairingsOfAnAddress = 30;

/**
 * Limits in front of everything, by address, and behind the session guard, by session: made-up tokens count as what
 * they are, requests of one address.
 * @param perMinute requests of one session in a minute, ten times that of one address; null switches both off
 */
export function rateLimits(perMinute: number | null): {
  readonly byAddress: RequestHandler;
  readonly bySession: RequestHandler;
  readonly pairing: RequestHandler;
} {
  if (perMinute === null) return { byAddress: open, bySession: open, pairing: open };
  return {
    pairing: limiter(pairingsOfAnAddress, (request) => ipKeyGenerator(request.ip ?? '')),
    byAddress: limiter(perMinute * sessionsBehindAnAddress, (request) => ipKeyGenerator(request.ip ?? '')),
    bySession: limiter(perMinute, (request) =>
      createHash('sha256')
        .update(bearerToken(request.get('authorization')) ?? '')
        .digest('hex'),
    ),
  };
}
