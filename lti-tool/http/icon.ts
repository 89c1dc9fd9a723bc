import type { RequestHandler } from 'express';

const drawing =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 20 20" width="64" height="64" fill="none" stroke="#0a6a5f" stroke-width="1.6" stroke-linecap="round" stroke-linejoin="round"><circle cx="8" cy="8" r="6"/><rect x="7.4" y="7.4" width="10.4" height="10.4" rx="2.4" fill="#0a6a5f"/><path d="m10 12.7 1.9 1.9 3.5-4.1" stroke="#ffffff"/></svg>';

/** The tool's icon, which LMS pages show as an image of ours. */
export const icon: RequestHandler = (_request, response) => {
  response
    .set({
      'content-type': 'image/svg+xml',
      'cross-origin-resource-policy': 'cross-origin',
      'cache-control': 'public, max-age=86400',
    })
    .send(drawing);
};
