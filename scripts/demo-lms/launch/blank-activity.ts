import type { Lms } from '../lms.ts';
import { toolParameters } from '../world/seed.ts';
import type { Activity, Course } from '../world/world.ts';

/** What a course's next activity of the tool is like before anything is chosen. */
export function blankActivity(lms: Lms, course: Course): Activity {
  const neighbour = lms.world.activities.find((activity) => activity.courseId === course.id);
  const [client] = lms.world.clients;
  return {
    id: '',
    moduleId: '',
    opaqueId: '',
    courseId: course.id,
    title: '',
    description: '',
    graded: false,
    clientId: neighbour?.clientId ?? client?.clientId ?? '',
    deploymentId: neighbour?.deploymentId ?? client?.deploymentIds[0] ?? '',
    custom: { ...toolParameters[lms.manner] },
  };
}
