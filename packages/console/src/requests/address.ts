/** From the built files' folder; not a literal, which the bundler would take for a file. */
const UP = '../../'

/** Where this console and its server stand: a proxy may have put both below a path of its own. It begins and ends with a slash. */
export const ROOT = import.meta.env.DEV ? '/' : new URL(UP, import.meta.url).pathname

/** What this server has at a path, as a browser asks for it. */
export const address = (path: string): string => ROOT + path.slice(1)

/** The same place as others write it, without a slash at its end. */
export const ownUrl = (): string => (location.origin + ROOT).replace(/\/$/, '')
