import type { Colleague } from '@portico/protocol/auth'
import type { Team } from '@portico/protocol/channels'
import { X } from 'lucide-react'
import { useState } from 'react'
import { useCommand } from '../live/use-command.ts'
import { useTexts } from '../messages/language-context.tsx'
import { Avatar } from '../parts/avatar.tsx'
import { Button } from '../parts/button.tsx'
import { Ask } from '../parts/dialog.tsx'
import { ChoiceField } from '../parts/field.tsx'
import { Icon } from '../parts/icon.tsx'
import styles from './permissions.module.css'
import { TeamDialog } from './team-dialog.tsx'
import { permissionsTexts } from './texts.ts'

type Props = { team: Team; colleagues: readonly Colleague[]; mayChange: boolean }

/** One team: who is in it, and what can be done with it. */
export function TeamGroup({ team, colleagues, mayChange }: Props) {
  const { teams: words } = useTexts(permissionsTexts)
  const command = useCommand()
  const [doing, setDoing] = useState<'nothing' | 'renaming' | 'removing'>('nothing')
  const rest = () => setDoing('nothing')
  const members = colleagues.filter(({ id }) => team.members.includes(id))
  const others = colleagues.filter(({ id }) => !team.members.includes(id))
  return (
    <section className={styles['team']} aria-label={team.name}>
      <header>
        <h2>
          <bdi>{team.name}</bdi>
        </h2>
        {mayChange && (
          <>
            <Button small onClick={() => setDoing('renaming')} aria-label={words.renameOf(team.name)}>
              {words.rename}
            </Button>
            <Button small onClick={() => setDoing('removing')} aria-label={words.removeOf(team.name)}>
              {words.remove}
            </Button>
          </>
        )}
      </header>
      {members.length === 0 && <p className="faint">{words.nobody}</p>}
      <ul className={styles['members']}>
        {members.map(({ id, name }) => (
          <li key={id}>
            <Avatar id={id} name={name} size="s" />
            <bdi className="cut">{name}</bdi>
            {mayChange && (
              <button
                type="button"
                aria-label={words.drop(name, team.name)}
                onClick={() => void command({ type: 'team.drop', team: team.id, operator: id })}
              >
                <Icon of={X} size="xs" />
              </button>
            )}
          </li>
        ))}
      </ul>
      {mayChange && others.length > 0 && <Adding team={team} others={others} />}
      {doing === 'renaming' && (
        <TeamDialog
          title={words.renameOf(team.name)}
          name={team.name}
          close={rest}
          command={(name) => ({ type: 'team.rename', team: team.id, name })}
        />
      )}
      <Ask
        open={doing === 'removing'}
        close={rest}
        title={words.removeAsk(team.name)}
        text={words.removeText}
        action={words.remove}
        run={() => void command({ type: 'team.remove', team: team.id })}
      />
    </section>
  )
}

function Adding({ team, others }: { team: Team; others: readonly Colleague[] }) {
  const { teams: words } = useTexts(permissionsTexts)
  const command = useCommand()
  const [chosen, choose] = useState('')
  const colleague = others.find(({ id }) => id === chosen)
  return (
    <div className={styles['adding']}>
      <ChoiceField label={words.addTo(team.name)} value={chosen} onChange={({ target }) => choose(target.value)}>
        <option value="">{words.choose}</option>
        {others.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </ChoiceField>
      <Button
        disabled={!colleague}
        onClick={() => colleague && void command({ type: 'team.add', team: team.id, operator: colleague.id })}
      >
        {words.add}
      </Button>
    </div>
  )
}
