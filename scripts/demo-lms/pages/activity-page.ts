import { STORAGE_FRAME } from '../launch/login-form.ts';
import type { Lms } from '../lms.ts';
import type { Activity } from '../world/world.ts';
import { type Html, html } from './html.ts';

/** The frame that holds the tool and, in the Canvas manner, the one beside it that keeps things for tools. */
export function toolFrame(lms: Lms, source: string, title: string): Html {
  const canvas = lms.manner === 'canvas';
  return html`<iframe class="tool tool_launch" id="${canvas ? 'tool_content' : 'contentframe'}" name="${canvas ? 'tool_content' : 'contentframe'}"
  src="${source}" title="${title}" data-tool-origin="${lms.tool.origin}" allowfullscreen></iframe>
${canvas && html`<iframe name="${STORAGE_FRAME}" src="/post_message_forwarding" title="Messages between tools and this site" hidden></iframe>`}`;
}

/** The page that holds the tool. The new window keeps its opener, which platform storage messages need. */
export const activityPage = (lms: Lms, activity: Activity): Html => html`
<div class="activity-intro"><p>${activity.description}</p>
  <a href="${lms.to.launch(activity, 'window')}" target="_blank" rel="opener">Open in a new window</a></div>
${toolFrame(lms, lms.to.launch(activity, 'iframe'), activity.title)}`;
