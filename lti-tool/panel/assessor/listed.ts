import { partsTexts } from '../../../shared/texts/parts.ts';

/** "Tom", "Tom and Jo", "Tom, Jo and Ada"; repeated words once. */
export function listed(words: readonly string[]): string {
  const unique = [...new Set(words)];
  const last = unique.at(-1) ?? '';
  return unique.length < 2 ? last : partsTexts.andLast(unique.slice(0, -1).join(', '), last);
}
