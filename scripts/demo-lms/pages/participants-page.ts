import type { Lms } from '../lms.ts';
import { type Course, type CourseRole, fullName, membersOf, type Person } from '../world/world.ts';
import { type Html, html } from './html.ts';

const roleNames: Record<Lms['manner'], Record<CourseRole, string>> = {
  moodle: { student: 'Student', teacher: 'Non-editing teacher', editingteacher: 'Teacher' },
  canvas: { student: 'Student', teacher: 'TA', editingteacher: 'Teacher' },
};

/** The people of a course. In the Moodle manner the rows carry the marks of Moodle's own table. */
export function participantsPage(lms: Lms, course: Course): Html {
  const canvas = lms.manner === 'canvas';
  const name = (person: Person): Html =>
    canvas
      ? html`<a class="roster_user_name student_context_card_trigger" data-student_id="${person.id}" data-course_id="${course.id}" href="${lms.to.profile(course, person.id)}">${fullName(person)}</a>`
      : html`<a href="${lms.to.profile(course, person.id)}">${fullName(person)}</a>`;
  const row = (person: Person, role: CourseRole, index: number): Html => html`
  <tr id="${canvas ? `user_${person.id}` : `user-index-participants-${course.id}_r${index}`}" class="${canvas ? 'rosterUser' : ''}">
    <td class="narrow"><input type="checkbox" id="user${person.id}" class="usercheckbox" aria-label="Select ${fullName(person)}"></td>
    <th scope="row">${name(person)}</th>
    <td>${roleNames[lms.manner][role]}</td>
    <td>${person.email}</td>
  </tr>`;
  const byName = membersOf(lms.world, course).sort((a, b) =>
    fullName(a.person).localeCompare(fullName(b.person), 'en'),
  );
  return html`
<div class="scroll" role="region" aria-label="Participants" tabindex="0">
<table id="participants" class="${canvas ? 'roster' : 'generaltable'}" data-refreshed>
  <thead><tr><td></td><th scope="col"><button type="button" data-sort>Name</button></th>
    <th scope="col">Role</th><th scope="col">Email</th></tr></thead>
  <tbody>${byName.map(({ person, role }, index) => row(person, role, index))}</tbody>
</table></div>
<div class="sticky" id="sticky-footer"><span>${course.members.length} participants</span></div>`;
}

/** One person of the course. */
export const profilePage = (lms: Lms, course: Course, person: Person): Html => {
  const role = course.members.find((member) => member.personId === person.id)?.role;
  return html`<dl class="facts">
  <dt>Role</dt><dd>${role ? roleNames[lms.manner][role] : 'Not in this course'}</dd>
  <dt>Email</dt><dd>${person.email}</dd>
</dl>`;
};
