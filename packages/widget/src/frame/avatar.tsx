import { initialsOf } from '@portico/protocol/initials'
import type { Face } from '@portico/protocol/presence'
import { tintOf } from '@portico/protocol/tint'

type Drawn = Pick<Face, 'initials' | 'tint' | 'portrait'>

/** Initials on one of six quiet tints, the same for the same person; over them a picture, where there is one. */
export const Avatar = ({ initials, tint, portrait }: Drawn) => (
  <span class={`avatar tint-${tint}`} aria-hidden="true">
    {initials}
    {portrait && <img src={`portraits/${portrait}`} alt="" />}
  </span>
)

/** Of a person by his id; of the site by its name. */
export const faceOf = (name: string, id = name): Drawn => ({ initials: initialsOf(name), tint: tintOf(id) })
