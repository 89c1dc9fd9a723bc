import { STORAGE_FRAME } from '../launch/login-form.ts';
import type { Lms } from '../lms.ts';
import type { Activity } from '../world/world.ts';
import { type Html, html } from './html.ts';

/** The page that holds the tool. The new window keeps its opener, which platform storage messages need. */
export function activityPage(lms: Lms, activity: Activity): Html {
  const canvas = lms.manner === 'canvas';
  const source = lms.to.launch(activity, 'iframe');
  return html`
<div class="activity-intro"><p>${activity.description}</p>
  <a href="${lms.to.launch(activity, 'window')}" target="_blank" rel="opener">Open in a new window</a></div>
<iframe class="tool tool_launch" id="${canvas ? 'tool_content' : 'contentframe'}" name="${canvas ? 'tool_content' : 'contentframe'}"
  src="${source}" title="${activity.title}" data-tool-origin="${lms.tool.origin}" allowfullscreen></iframe>
${canvas && html`<iframe name="${STORAGE_FRAME}" src="/post_message_forwarding" title="Messages between tools and this site" hidden></iframe>`}`;
}
