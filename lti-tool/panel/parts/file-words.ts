import { locale } from '../../../shared/texts/locale.ts';
import { partsTexts } from '../../../shared/texts/parts.ts';
import type { IconName } from './Icon.tsx';

/** A size in bytes as people read it: "88 KB", "4.2 MB". Never "0 KB" for a file that holds something. */
export function fileSize(bytes: number): string {
  const units = partsTexts.fileSizes;
  let size = bytes / 1024;
  let unit = 0;
  while (size >= 1023.5 && unit < units.length - 1) {
    size /= 1024;
    unit += 1;
  }
  const digits = unit > 0 && size < 9.95 ? 1 : 0;
  const shown = digits === 1 ? size : Math.max(bytes > 0 ? 1 : 0, Math.round(size));
  const number = shown.toLocaleString(locale(), { minimumFractionDigits: digits, maximumFractionDigits: digits });
  return `${number} ${units[unit]}`;
}

/** The drawing for a kind of content. */
export function fileIcon(mediaType: string): IconName {
  if (mediaType.startsWith('image/')) return 'image';
  if (mediaType.startsWith('audio/')) return 'sound';
  return mediaType.startsWith('video/') ? 'film' : 'file';
}
