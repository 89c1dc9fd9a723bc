import type { Lms } from '../lms.ts';
import type { Activity, Course, Person } from '../world/world.ts';
import { toolFrame } from './activity-page.ts';
import { type Html, html } from './html.ts';

/** The page on which a teacher adds an activity: the tool asks what it is to be. */
export const addContentPage = (lms: Lms, course: Course): Html => html`
<div class="activity-intro"><p>Choose what to add to ${course.title}.</p><a href="${lms.to.course(course)}">Back to the course</a></div>
${toolFrame(lms, lms.to.contentLaunch(course), 'Choose content')}`;

/** A learner's work, opened from the gradebook. */
export const reviewPage = (lms: Lms, course: Course, activity: Activity, learner: Person): Html => html`
<div class="activity-intro"><p>${activity.title}</p><a href="${lms.to.gradebook(course)}">Back to the grades</a></div>
${toolFrame(lms, lms.to.reviewLaunch(activity, learner.id), activity.title)}`;

/** What the tool's choice came to, in the frame that the tool was in. */
export const contentTaken = (lms: Lms, course: Course, added: readonly Activity[]): Html => html`
<p class="lead">${added.length === 0 ? 'Nothing was added.' : added.length === 1 ? 'Added one activity:' : `Added ${added.length} activities:`}</p>
<ul>${added.map((activity) => html`<li><a href="${lms.to.activity(activity)}" target="_top">${activity.title}</a></li>`)}</ul>
<p><a href="${lms.to.course(course)}" target="_top">Go to the course</a></p>`;
