import type { Method } from '../../../shared/domain/evidence.ts';
import { partsTexts } from '../../../shared/texts/parts.ts';

/** What a kind of evidence is called on screen. */
export const methodNames = (): Readonly<Record<Method, string>> => partsTexts.methods;
