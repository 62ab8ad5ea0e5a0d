import { initialsOf } from '../initials.ts'

const TINTS = 6

/** Initials on one of six quiet tints, the same for the same person. */
export const Avatar = ({ id, name, large }: { id: string; name: string; large?: boolean }) => (
  <span class={`avatar tint-${tintOf(id)} ${large ? 'avatar-large' : ''}`} aria-hidden="true">
    {initialsOf(name)}
  </span>
)

const tintOf = (id: string): number =>
  ((Array.from(id).reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) | 0, 7) >>> 0) % TINTS) + 1
