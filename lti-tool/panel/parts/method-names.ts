import type { Method } from '../../../shared/domain/evidence.ts';
import { texts } from '../texts/texts.ts';

/** What a kind of evidence is called on screen. */
export const methodNames = (): Readonly<Record<Method, string>> => texts.parts.methods;
