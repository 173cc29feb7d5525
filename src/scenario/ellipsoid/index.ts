/**
 * Every joint move within the correlations, not only listed directions: points of the ellipsoid, their scenarios, and the
 * search for those that hurt a book most. Loaded only where asked for; the margin room needs no more than the points.
 */
export { ballPoint, type EllipsoidFactor, ellipsoidFactor } from './ellipsoid-factor.js';
export { JointMoveSearch, RANDOM_STARTS, type SearchEffort, type WorstJointMoves } from './joint-move-search.js';
