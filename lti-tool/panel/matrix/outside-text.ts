/** What a criterion or unit is called for a learner who did not choose it. */
export const outsideText = 'Not in their units';
