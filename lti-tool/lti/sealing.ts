import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';

/** An encrypted item as it is stored. */
export type Sealed = { readonly iv: string; readonly data: string };

/** Encrypts the edge's items at rest: AES-256-GCM under a key derived from the tool's secret. */
export type Seal = {
  /** `place` is bound in: an item copied to another collection does not open there. */
  close(value: unknown, place: string): Sealed;
  /** @throws where the item was changed, moved, or sealed under another secret. */
  open(sealed: Sealed, place: string): unknown;
  /** False for what only the previous secret opens. */
  isCurrent(sealed: Sealed, place: string): boolean;
};

const tagBytes = 16;

/** Derives a 256-bit key for one purpose; keys of different purposes say nothing about each other. */
export const derivedKey = (secret: string, purpose: string): Buffer =>
  Buffer.from(hkdfSync('sha256', secret, 'countersign', purpose, 32));

function openWith(key: Buffer, sealed: Sealed, place: string): unknown {
  const whole = Buffer.from(sealed.data, 'base64');
  const decipher = createDecipheriv('aes-256-gcm', key, Buffer.from(sealed.iv, 'base64'), { authTagLength: tagBytes });
  decipher.setAAD(Buffer.from(place)).setAuthTag(whole.subarray(-tagBytes));
  return JSON.parse(Buffer.concat([decipher.update(whole.subarray(0, -tagBytes)), decipher.final()]).toString());
}

/** Seals under `secret`; opens what was sealed under it or, while the secret is being changed, under `previous`. */
export function createSeal(secret: string, previous: string | null = null): Seal {
  const purpose = 'lti records';
  const key = derivedKey(secret, purpose);
  const previousKey = previous === null ? null : derivedKey(previous, purpose);
  return {
    close(value, place) {
      const iv = randomBytes(12);
      const cipher = createCipheriv('aes-256-gcm', key, iv).setAAD(Buffer.from(place));
      const text = Buffer.concat([cipher.update(JSON.stringify(value)), cipher.final()]);
      return { iv: iv.toString('base64'), data: Buffer.concat([text, cipher.getAuthTag()]).toString('base64') };
    },
    open(sealed, place) {
      try {
        return openWith(key, sealed, place);
      } catch (error) {
        if (previousKey === null) throw error;
        return openWith(previousKey, sealed, place);
      }
    },
    isCurrent(sealed, place) {
      try {
        openWith(key, sealed, place);
        return true;
      } catch {
        return false;
      }
    },
  };
}
