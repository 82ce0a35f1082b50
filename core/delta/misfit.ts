/** The patch does not fit; why. It never leaves `apply`. */
export class Misfit extends Error {}
