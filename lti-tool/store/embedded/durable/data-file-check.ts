import { closeSync, fstatSync, openSync, readSync } from 'node:fs';

/** The layout of LMDB's pages, data version 2, as the `lmdb` package writes it. All numbers are little-endian.
 * A page: number u64, transaction u64, padding u16, flags u16, then for trees the node offsets' end u16 and the free
 * space's end u16 (both counted from the end of the header), for overflow pages the number of pages u32.
 * @see https://github.com/kriszyp/lmdb-js/tree/master/dependencies/lmdb/libraries/liblmdb */
const HEADER = 24;
const META = { magic: HEADER, version: 28, pageSize: 48, freeRoot: 88, mainRoot: 136, transaction: 152, end: 160 };
const MAGIC = 0xbeefc0de;
const DATA_VERSION = 2;
const PAGE = { branch: 1, leaf: 2, overflow: 4 };
const NODE = { bigData: 1, subTree: 2 };
const NODE_HEADER = 8;
const SUB_TREE_ROOT = 40;
const NO_PAGE = 0xffff_ffff_ffff_ffffn;

/** Reads a data file's header and walks all its trees, without changing it, and says what is wrong with it; null when
 * it is sound. LMDB itself trusts its file and may bring the process down over a damaged one. */
export function findDamage(path: string): string | null {
  const descriptor = openSync(path, 'r');
  try {
    new PageWalk(descriptor, fstatSync(descriptor).size).run();
    return null;
  } catch (error) {
    if (error instanceof Damage) return error.message;
    throw error;
  } finally {
    closeSync(descriptor);
  }
}

class Damage extends Error {}

class PageWalk {
  readonly #descriptor: number;
  readonly #fileBytes: number;
  readonly #visited = new Set<number>();
  #pageBytes = 4096;

  constructor(descriptor: number, fileBytes: number) {
    this.#descriptor = descriptor;
    this.#fileBytes = fileBytes;
  }

  run(): void {
    const first = this.#meta(0);
    this.#pageBytes = first.readUInt32LE(META.pageSize);
    if (![4096, 8192, 16384, 32768, 65536].includes(this.#pageBytes)) throw new Damage('its page size is impossible');
    const second = this.#meta(this.#pageBytes);
    const newer = second.readBigUInt64LE(META.transaction) > first.readBigUInt64LE(META.transaction) ? second : first;
    this.#tree(newer.readBigUInt64LE(META.freeRoot));
    this.#tree(newer.readBigUInt64LE(META.mainRoot));
  }

  #meta(position: number): Buffer {
    const meta = this.#read(position, META.end);
    if (meta.readUInt32LE(META.magic) !== MAGIC) throw new Damage('it does not begin like a data file');
    if (meta.readUInt32LE(META.version) !== DATA_VERSION) throw new Damage('its storage layout is unknown');
    return meta;
  }

  #tree(root: bigint): void {
    if (root === NO_PAGE) return;
    const number = this.#claim(root, 1);
    const page = this.#read(number * this.#pageBytes, this.#pageBytes);
    const flags = page.readUInt16LE(18);
    const isBranch = flags === PAGE.branch;
    if (!isBranch && flags !== PAGE.leaf) throw new Damage(`page ${number} has the wrong type`);
    if (page.readBigUInt64LE(0) !== root) throw new Damage(`page ${number} is not in its place`);
    for (const node of this.#nodes(page, number)) {
      if (isBranch) this.#tree(this.#childOf(page, node));
      else this.#leafNode(page, node, number);
    }
  }

  #nodes(page: Buffer, number: number): number[] {
    const offsetsEnd = page.readUInt16LE(20);
    const freeEnd = page.readUInt16LE(22);
    if (offsetsEnd % 2 !== 0 || offsetsEnd > freeEnd || freeEnd > this.#pageBytes - HEADER) {
      throw new Damage(`page ${number} is inconsistent`);
    }
    const nodes = Array.from({ length: offsetsEnd / 2 }, (_, i) => HEADER + page.readUInt16LE(HEADER + 2 * i));
    if (nodes.some((node) => node < HEADER + freeEnd || node + NODE_HEADER > this.#pageBytes)) {
      throw new Damage(`page ${number} is inconsistent`);
    }
    return nodes;
  }

  /** A branch node's child page: 48 bits in its first three fields. */
  #childOf(page: Buffer, node: number): bigint {
    return BigInt(page.readUInt32LE(node)) | (BigInt(page.readUInt16LE(node + 4)) << 32n);
  }

  #leafNode(page: Buffer, node: number, number: number): void {
    const flags = page.readUInt16LE(node + 4);
    const data = node + NODE_HEADER + page.readUInt16LE(node + 6);
    const dataBytes = page.readUInt32LE(node);
    const inPage = flags & NODE.bigData ? 8 : dataBytes;
    if (data + inPage > this.#pageBytes) throw new Damage(`page ${number} holds an entry that does not fit`);
    if (flags & NODE.bigData) this.#overflow(page.readBigUInt64LE(data), dataBytes);
    else if (flags & NODE.subTree) this.#tree(page.readBigUInt64LE(data + SUB_TREE_ROOT));
  }

  #overflow(first: bigint, dataBytes: number): void {
    const number = this.#claim(first, Math.ceil((HEADER + dataBytes) / this.#pageBytes));
    const header = this.#read(number * this.#pageBytes, HEADER);
    if (header.readUInt16LE(18) !== PAGE.overflow || header.readBigUInt64LE(0) !== first) {
      throw new Damage(`page ${number} is not in its place`);
    }
  }

  /** Marks pages as belonging to one tree: they must be in the file and be met once only. */
  #claim(page: bigint, count: number): number {
    const number = Number(page);
    if ((number + count) * this.#pageBytes > this.#fileBytes) throw new Damage('it is cut short');
    for (let i = number; i < number + count; i++) {
      if (i < 2 || this.#visited.has(i)) throw new Damage(`page ${i} is used twice`);
      this.#visited.add(i);
    }
    return number;
  }

  #read(position: number, length: number): Buffer {
    const buffer = Buffer.alloc(length);
    if (readSync(this.#descriptor, buffer, 0, length, position) < length) throw new Damage('it is cut short');
    return buffer;
  }
}
