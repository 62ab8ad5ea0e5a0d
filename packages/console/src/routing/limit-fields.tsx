import { AT_ONCE_MAX } from '@portico/protocol/limits'
import type { ChannelId, OperatorId } from '@portico/protocol/ids'
import { useState } from 'react'
import { useDrafting } from '../channels/drafting.ts'
import { membersOf } from '../channels/members-of.ts'
import { SkillChips } from '../labels/skill-chips.tsx'
import { useCommand } from '../live/use-command.ts'
import { useView } from '../live/use-view.ts'
import { useTexts } from '../messages/language-context.tsx'
import { Avatar } from '../parts/avatar.tsx'
import { Field } from '../parts/field.tsx'
import { tell } from '../parts/toast.tsx'
import styles from './routing.module.css'
import { routingTexts } from './texts.ts'

type Props = { channel: ChannelId; disabled: boolean }

/** How many conversations at once: each member, and those who differ. */
export function LimitFields({ channel, disabled }: Props) {
  const { routing } = useTexts(routingTexts)
  const { draft, change } = useDrafting()
  const settings = useView<'settings'>('settings')
  const { members } = membersOf(channel, settings)
  const limitOf = (operator: OperatorId, where: ChannelId | null) =>
    settings?.limits?.find((limit) => limit.operator === operator && limit.channel === where)?.atOnce ?? null
  return (
    <>
      <div className={styles['each']}>
        <NumberField
          label={routing.atOnce}
          hint={routing.atOnceHint}
          none=""
          value={draft.atOnce}
          disabled={disabled}
          change={(atOnce) => change({ atOnce })}
        />
      </div>
      <h2>{routing.members}</h2>
      <p>{routing.membersText}</p>
      <ul className={styles['members']}>
        {members.map(({ id, name }) => (
          <li key={id}>
            <Avatar id={id} name={name} size="s" />
            <span className={styles['member']}>
              <bdi>{name}</bdi>
              <SkillChips operator={id} />
            </span>
            <OwnLimit operator={id} channel={channel} name={name} value={limitOf(id, channel)} disabled={disabled} />
            <OwnLimit operator={id} channel={null} name={name} value={limitOf(id, null)} disabled={disabled} />
          </li>
        ))}
      </ul>
    </>
  )
}

type Own = { operator: OperatorId; channel: ChannelId | null; name: string; value: number | null; disabled: boolean }

/** It counts as soon as it is left: it belongs to the person, not to what is drafted of the channel. */
function OwnLimit({ operator, channel, name, value, disabled }: Own) {
  const { routing } = useTexts(routingTexts)
  const command = useCommand()
  const save = async (atOnce: number | null) => {
    if (atOnce === value) return
    if (await command({ type: 'capacity.set', operator, channel, atOnce })) tell(routing.saved)
  }
  return (
    <div className={styles['limit']}>
      <NumberField
        key={value}
        label={
          <>
            <span aria-hidden="true">{channel === null ? routing.inAll : routing.here}</span>
            <span className="hidden">{channel === null ? routing.allOf(name) : routing.atOnceOf(name)}</span>
          </>
        }
        none={channel === null ? routing.noLimit : routing.asOthers}
        value={value}
        disabled={disabled}
        left={(atOnce) => void save(atOnce)}
      />
    </div>
  )
}

type Typed = {
  label: React.ReactNode
  hint?: string
  none: string
  value: number | null
  disabled: boolean
  change?: (atOnce: number | null) => void
  left?: (atOnce: number | null) => void
}

/** Nothing is no limit. What is no limit stays as it was typed, and changes nothing. */
function NumberField({ label, hint, none, value, disabled, change, left }: Typed) {
  const { routing } = useTexts(routingTexts)
  const [typed, setTyped] = useState(value === null ? '' : String(value))
  const read = limitFrom(typed)
  return (
    <Field
      label={label}
      hint={hint}
      fault={read === undefined ? routing.atOnceFault : undefined}
      inputMode="numeric"
      placeholder={none}
      disabled={disabled}
      value={typed}
      onChange={({ target }) => {
        setTyped(target.value)
        const next = limitFrom(target.value)
        if (next !== undefined) change?.(next)
      }}
      onBlur={() => read !== undefined && left?.(read)}
    />
  )
}

function limitFrom(typed: string): number | null | undefined {
  if (typed.trim() === '') return null
  const number = Number(typed)
  return Number.isInteger(number) && number >= 1 && number <= AT_ONCE_MAX ? number : undefined
}
