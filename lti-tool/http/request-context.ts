import type { Principal } from '../use-cases/principal.ts';

declare global {
  namespace Express {
    interface Locals {
      requestId: string;
      principal?: Principal;
    }
  }
}

/** The bearer token of a request, or null where there is none. */
export function bearerToken(header: string | undefined): string | null {
  const match = /^Bearer ([A-Za-z0-9_-]{20,200})$/.exec(header ?? '');
  return match?.[1] ?? null;
}
