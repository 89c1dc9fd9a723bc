import { randomUUID } from 'node:crypto';
import type { Log } from '../http/log.ts';
import type { LtiEdge } from '../lti/lti-edge.ts';
import type { Clock, Stores } from '../use-cases/ports.ts';
import { createPublisher, type Publisher } from './publisher.ts';

/** How long one call to a platform may take, in milliseconds. */
const callTimeout = 10_000;

/** A publisher over this process's stores and LTI edge. */
export const openPublisher = (stores: Stores, edge: LtiEdge, clock: Clock, log: Log): Publisher =>
  createPublisher({
    stores,
    clock,
    log,
    grades: edge.grades,
    lineItems: edge.lineItems,
    roster: edge.roster,
    random: Math.random,
    owner: randomUUID(),
    callTimeout,
  });
