import { texts } from '../texts/texts.ts';

/** "1 criterion", "3 criteria". */
export const criteriaCount = (count: number): string => texts.parts.criteria(count);
