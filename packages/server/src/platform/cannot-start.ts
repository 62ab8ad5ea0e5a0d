/** Why the server does not start, in words for the person who starts it: what was found, and what to do. */
export class CannotStart extends Error {}
