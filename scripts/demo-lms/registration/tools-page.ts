import type { Lms } from '../lms.ts';
import { type Html, html } from '../pages/html.ts';
import type { RegisteredTool } from '../world/world.ts';

const words = {
  moodle: {
    title: 'Manage tools',
    label: 'Tool URL',
    button: 'Add LTI Advantage',
    activate: 'Activate',
    waits: 'Pending',
  },
  canvas: { title: 'Apps', label: 'Dynamic Registration URL', button: 'Continue', activate: 'Turn on', waits: 'Off' },
} as const;

export const toolsTitle = (lms: Lms): string => words[lms.manner].title;

const toolForm = (
  lms: Lms,
  tool: RegisteredTool,
): Html => html`<li><form method="post" action="/demo/tools/change" class="row">
  <input type="hidden" name="client" value="${tool.clientId}">
  <p><strong>${tool.name}</strong> <span class="mark">${tool.active ? 'Active' : words[lms.manner].waits}</span><br>
    ${tool.domain}, client id ${tool.clientId}, deployment id ${tool.deploymentId}</p>
  ${!tool.active && html`<button name="action" value="activate" class="primary">${words[lms.manner].activate}</button>`}
  ${
    tool.active &&
    html`<label>Course <select name="course">${lms.world.courses.map(
      (course) => html`<option value="${course.id}">${course.label}</option>`,
    )}</select></label><button name="action" value="add">Add an activity</button>`
  }
</form></li>`;

/** The administrator's list of registered tools, and the place to add one. */
export const toolsPage = (lms: Lms): Html => html`
<section class="section" aria-labelledby="register"><h2 id="register">Register a tool</h2>
<form method="post" action="/demo/tools" class="row">
  <label>${words[lms.manner].label} <input name="url" type="url" required size="60" autocomplete="off"></label>
  <button class="primary">${words[lms.manner].button}</button>
</form></section>
<section class="section" aria-labelledby="tools"><h2 id="tools">Registered tools</h2>
${
  lms.world.registeredTools.length === 0
    ? html`<p class="empty">None was registered here yet.</p>`
    : html`<ul class="grade-forms">${lms.world.registeredTools.map((tool) => toolForm(lms, tool))}</ul>`
}</section>`;

/** The tool's own registration page, in a frame, until it says that it is done. */
export const registrationFrame = (address: URL): Html => html`
<iframe class="tool" id="registration" src="${address.href}" title="Registration of the tool" data-tool-origin="${address.origin}"></iframe>`;
