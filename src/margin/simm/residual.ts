/** The bucket of what belongs to no other; it offsets nothing outside itself. */
export const RESIDUAL = 'Residual';
