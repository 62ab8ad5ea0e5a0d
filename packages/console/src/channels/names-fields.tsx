import { NAME_CODE_POINTS_MAX } from '@portico/protocol/limits'
import { useTexts } from '../messages/language-context.tsx'
import { Choice } from '../parts/choice.tsx'
import { Field } from '../parts/field.tsx'
import styles from './channels.module.css'
import { useDrafting } from './drafting.ts'
import { channelsTexts } from './texts.ts'

const NAMES = ['own', 'masked', 'numbered'] as const

/** What visitors call those who answer. */
export function NamesFields({ disabled }: { disabled: boolean }) {
  const { draft, change } = useDrafting()
  const { channels } = useTexts(channelsTexts)
  const { names } = channels
  return (
    <div className={styles['asks']}>
      <b>{names.title}</b>
      <Choice
        label={names.title}
        value={draft.operatorNames}
        choose={(operatorNames) => change({ operatorNames })}
        options={NAMES.map((value) => ({ value, label: names.choices[value] }))}
      />
      {draft.operatorNames === 'own' ? (
        <small>{names.ownHint}</small>
      ) : (
        <Field
          label={names.mask}
          hint={names.maskHint}
          dir="auto"
          maxLength={NAME_CODE_POINTS_MAX}
          placeholder={names.maskDefault}
          disabled={disabled}
          value={draft.operatorMask}
          onChange={({ target }) => change({ operatorMask: target.value })}
        />
      )}
    </div>
  )
}
