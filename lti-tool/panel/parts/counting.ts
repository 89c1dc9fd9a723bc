import { partsTexts } from '../../../shared/texts/parts.ts';

/** "1 criterion", "3 criteria". */
export const criteriaCount = (count: number): string => partsTexts.criteria(count);
