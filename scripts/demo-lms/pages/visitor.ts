import type { Request, Response } from 'express';
import type { Person, World } from '../world/world.ts';

const COOKIE = 'northfield_person';

/** The `Cookie` header of someone who is in the LMS as that person. There are no passwords: it is a demo. */
export const sessionCookie = (key: string): string => `${COOKIE}=${encodeURIComponent(key)}`;

/** Who is using the LMS in this browser, or null. */
export function visitorOf(world: World, req: Request): Person | null {
  const pairs = (req.headers.cookie ?? '').split(/; */);
  const key = pairs.find((pair) => pair.startsWith(`${COOKIE}=`))?.slice(COOKIE.length + 1);
  return world.people.find((person) => encodeURIComponent(person.key) === key) ?? null;
}

/** Makes this browser that person's. */
export function becomes(res: Response, person: Person): void {
  res.setHeader('set-cookie', `${sessionCookie(person.key)}; Path=/; HttpOnly; SameSite=Lax`);
}

/** True when the request comes from this computer. */
export const isLoopback = (req: Request): boolean => /^(::1|::ffff:127\.|127\.)/.test(req.socket.remoteAddress ?? '');

/** True unless a page of another origin sent the form. */
export function isSameOrigin(req: Request, base: string): boolean {
  const { origin } = req.headers;
  return origin === undefined || origin === new URL(base).origin;
}
