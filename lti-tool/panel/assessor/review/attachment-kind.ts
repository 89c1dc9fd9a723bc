/** How an attachment can be looked at without leaving the review. */
export type AttachmentKind = 'image' | 'audio' | 'video' | 'text' | 'document' | 'other';

/** Pictures a browser draws without running anything inside them; SVG is not among them. */
const images = new Set(['image/png', 'image/jpeg', 'image/gif', 'image/webp', 'image/avif']);

export function attachmentKind(mediaType: string): AttachmentKind {
  const type = mediaType.toLowerCase().split(';')[0]?.trim() ?? '';
  if (images.has(type)) return 'image';
  if (type.startsWith('audio/')) return 'audio';
  if (type.startsWith('video/')) return 'video';
  if (type === 'text/plain') return 'text';
  return type === 'application/pdf' ? 'document' : 'other';
}

/** The type given to a file that is only downloaded, so that no browser opens it in our name. */
const inert = 'application/octet-stream';

/** The type under which a file's bytes are handed to the browser. */
export const safeType = (mediaType: string): string => (attachmentKind(mediaType) === 'other' ? inert : mediaType);

/** Bytes up to which a picture or text opens by itself. */
const smallFile = 3_000_000;

/** The first file that may open by itself, so that evidence is in sight at once; null for none. */
export const opensItself = <File extends { readonly mediaType: string; readonly size: number }>(
  files: readonly File[],
): File | null =>
  files.find((file) => file.size <= smallFile && ['image', 'text'].includes(attachmentKind(file.mediaType))) ?? null;
