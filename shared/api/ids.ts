import { z } from 'zod';
import { type Id, idPattern } from '../domain/ids.ts';

/** An id on the wire. The schema is where text becomes an id. */
export const idSchema = <I extends Id<string>>() =>
  z
    .string()
    .regex(idPattern)
    .transform((text) => text as I);

export const instantSchema = z.iso.datetime({ precision: 3 });
