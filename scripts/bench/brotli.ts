import { brotliCompressSync, constants } from 'node:zlib';

/** 1,000 bytes, as in the aims. */
const kilobyte = 1_000;

/**
 * Size on the wire in KB.
 * @param quality 11 for files that are compressed once, 5 for replies that are compressed as they go
 */
export const brotliKilobytes = (content: string | Buffer, quality: number): number =>
  brotliCompressSync(content, { params: { [constants.BROTLI_PARAM_QUALITY]: quality } }).length / kilobyte;
