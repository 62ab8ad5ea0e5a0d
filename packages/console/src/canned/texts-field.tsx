import type { CannedDraft } from '@portico/protocol/canned'
import { CANNED_CODE_POINTS_MAX } from '@portico/protocol/limits'
import { saysNothing } from '@portico/protocol/says-nothing'
import { useRef, useState } from 'react'
import { OFFERED_LANGUAGES, useLanguageName } from '../labels/language-name.ts'
import { useTexts } from '../messages/language-context.tsx'
import { Button } from '../parts/button.tsx'
import { Choice } from '../parts/choice.tsx'
import { ChoiceField, TextField } from '../parts/field.tsx'
import styles from './canned.module.css'
import { SLOTS } from './slots.ts'
import { cannedTexts } from './texts.ts'

type Texts = CannedDraft['texts']
type Props = { texts: Texts; change: (texts: Texts) => void; chosen: string; choose: (language: string) => void }

/** The text in each of its languages, one at a time, with slots to be put where the caret stands. */
export function TextsField({ texts, change, chosen, choose }: Props) {
  const { canned } = useTexts(cannedTexts)
  const nameOf = useLanguageName()
  const field = useRef<HTMLDivElement>(null)
  const [caret, setCaret] = useState(0)
  const text = texts.find(({ language }) => language === chosen)?.text ?? ''
  const write = (next: string) =>
    change(texts.map((each) => (each.language === chosen ? { language: chosen, text: next } : each)))
  const insert = (slot: string) => {
    write(`${text.slice(0, caret)}{{${slot}}}${text.slice(caret)}`)
    field.current?.querySelector('textarea')?.focus()
  }
  const add = (language: string) => {
    change([...texts, { language, text: '' }])
    choose(language)
  }
  const remove = () => {
    const left = texts.filter(({ language }) => language !== chosen)
    change(left)
    choose(left[0]?.language ?? '')
  }
  return (
    <div className={styles['texts']} ref={field}>
      {texts.length > 1 && (
        <Choice
          label={canned.languages}
          value={chosen}
          choose={choose}
          options={texts.map(({ language }) => ({ value: language, label: nameOf(language) }))}
        />
      )}
      <TextField
        label={texts.length > 1 ? canned.textIn(nameOf(chosen)) : canned.text}
        hint={canned.slotHint}
        fault={saysNothing(text) && text !== '' ? canned.textFault : undefined}
        rows={5}
        dir="auto"
        lang={chosen}
        maxLength={CANNED_CODE_POINTS_MAX}
        value={text}
        onChange={({ target }) => {
          write(target.value)
          setCaret(target.selectionEnd)
        }}
        onSelect={({ currentTarget }) => setCaret(currentTarget.selectionEnd)}
      />
      <div className={styles['row']}>
        <ChoiceField label={canned.insert} value="" onChange={({ target }) => target.value !== '' && insert(target.value)}>
          <option value="" />
          {SLOTS.map((slot) => (
            <option key={slot} value={slot}>
              {canned.slots[slot]}
            </option>
          ))}
        </ChoiceField>
        <ChoiceField label={canned.addLanguage} value="" onChange={({ target }) => target.value !== '' && add(target.value)}>
          <option value="" />
          {OFFERED_LANGUAGES.filter((tag) => texts.every(({ language }) => language !== tag)).map((tag) => (
            <option key={tag} value={tag}>
              {nameOf(tag)}
            </option>
          ))}
        </ChoiceField>
        {texts.length > 1 && <Button onClick={remove}>{canned.removeLanguage(nameOf(chosen))}</Button>}
      </div>
      <small>{canned.chosen(nameOf(texts[0]?.language ?? ''))}</small>
    </div>
  )
}
