import type { TimedScore } from '../../../lti-tool/use-cases/lti-ports.ts';
import { connectedEdge } from '../../builders/lti/connected-edge.ts';
import type { Reply } from '../../builders/lti/fake-platform.ts';
import { fixture } from '../../builders/lti/fixture.ts';

export const score: TimedScore = {
  userId: '5',
  scoreGiven: 12,
  scoreMaximum: 45,
  activityProgress: 'InProgress',
  gradingProgress: 'FullyGraded',
  comment: '12 of 45 criteria confirmed; 3 await an assessor',
  timestamp: '2026-11-23T10:47:47.123Z',
};
export const scoresPath = '/services.php/2/lineitems/2/lineitem/scores';

/** The answer that a Moodle gave, without its reason phrase where it refused. */
export const recorded = (name: string): Reply => {
  const { status, reason, headers, body } = fixture(`moodle-4.5/${name}`).response;
  return (_request, response) => {
    response.writeHead(status, status < 400 ? reason : 'refused', { 'content-type': headers['content-type'] });
    response.end(JSON.stringify(body));
  };
};

/** An edge that publishes to one line item of a platform; each test begins without tokens and replies. */
export function gradingStage() {
  const here = connectedEdge();
  beforeEach(() => {
    here.platform.reset();
    // Tokens of the test before have run out.
    here.started.clock.pass(7_200_000);
  });
  const address = () => ({
    issuer: here.platform.registration.issuer,
    clientId: here.platform.registration.clientId,
    lineItemUrl: `${here.platform.url}/services.php/2/lineitems/2/lineitem?type_id=1`,
  });
  const publish = () => here.started.edge.grades.publish(address(), score);
  return {
    get platform() {
      return here.platform;
    },
    get started() {
      return here.started;
    },
    address,
    publish,
    /** Publishes where the scores' address answers so. */
    answering(reply: Reply) {
      here.platform.at(scoresPath, reply);
      return publish();
    },
  };
}
