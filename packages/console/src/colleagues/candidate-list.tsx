import { useTexts } from '../messages/language-context.tsx'
import { Avatar } from '../parts/avatar.tsx'
import { classes } from '../parts/classes.ts'
import { PresenceMark } from '../presence/presence-mark.tsx'
import { presenceTexts } from '../presence/texts.ts'
import { useId } from 'react'
import type { Candidate } from './candidates.ts'
import styles from './candidate-list.module.css'
import { colleaguesTexts } from './texts.ts'

type Props = {
  label: string
  none: string
  shown: readonly Candidate[]
  chosen: Candidate | undefined
  choose: (id: Candidate['id']) => void
  isHindered: (candidate: Candidate) => boolean
}

/** So many are drawn; who is not among them is found by name. */
const SHOWN_MAX = 50

/** One of several people, with what each is at the moment and knows. */
export function CandidateList({ label, none, shown, chosen, choose, isHindered }: Props) {
  const { invite } = useTexts(colleaguesTexts)
  const { presence } = useTexts(presenceTexts)
  const group = useId()
  const words = { in: invite.isIn, asked: invite.isAsked }
  if (shown.length === 0) return <p className={styles['none']}>{none}</p>
  return (
    <div className={styles['list']} role="radiogroup" aria-label={label}>
      {shown.slice(0, SHOWN_MAX).map((candidate) => {
        const { id, name, state, hindrance, fits, knows } = candidate
        const off = isHindered(candidate)
        return (
          <label key={id} className={classes(styles['person'], off && styles['off'])}>
            <input type="radio" name={group} disabled={off} checked={chosen?.id === id} onChange={() => choose(id)} />
            <Avatar id={id} name={name}>
              <PresenceMark state={state} spoken={false} />
            </Avatar>
            <span>
              <b className="cut">
                <bdi>{name}</bdi>
              </b>
              <small className="cut">
                {off && (hindrance === 'in' || hindrance === 'asked') ? words[hindrance] : presence[state]}
                {knows.length > 0 && `. ${knows.join(', ')}`}
              </small>
            </span>
            {fits > 0 && !off && <em className={styles['best']}>{invite.best}</em>}
          </label>
        )
      })}
    </div>
  )
}
