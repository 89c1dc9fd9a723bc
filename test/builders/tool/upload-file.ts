import type { RunningDemo } from './running-demo.ts';

type Item = { readonly attachments: Array<{ id: string; mediaType: string; name: string; size: number }> };

/** Puts bytes at an upload. */
export const putPart = (demo: RunningDemo, token: string, path: string, offset: number | string, bytes: Buffer) =>
  fetch(`${demo.toolUrl}${path}?offset=${offset}`, {
    method: 'PUT',
    headers: { authorization: `Bearer ${token}` },
    body: new Uint8Array(bytes),
  });

/** Sends a small file as the panel does, in one part; the item that then holds it. */
export async function uploadFile(demo: RunningDemo, token: string, evidenceId: string, name: string, bytes: Buffer) {
  const path = `/api/evidence/${evidenceId}/uploads`;
  const { id } = (await demo.api(token, 'POST', path, { name, size: bytes.length })).body as { id: string };
  await putPart(demo, token, `${path}/${id}`, 0, bytes);
  return (await demo.api(token, 'POST', `${path}/${id}/finish`, {})).body as Item;
}
