import { Autocomplete } from '@base-ui/react/autocomplete'
import { Popover } from '@base-ui/react/popover'
import type { ConversationId, LabelId } from '@portico/protocol/ids'
import { LABEL_NAME_CODE_POINTS_MAX } from '@portico/protocol/limits'
import type { Label } from '@portico/protocol/labels'
import { newId } from '@portico/protocol/new-id'
import { Plus } from 'lucide-react'
import { useState } from 'react'
import { freshTint } from '../labels/tints.ts'
import { LabelChip } from '../labels/label-chip.tsx'
import { useLabels } from '../labels/use-labels.ts'
import { useCommand } from '../live/use-command.ts'
import { useTexts } from '../messages/language-context.tsx'
import { Icon } from '../parts/icon.tsx'
import styles from './about-block.module.css'
import { offered } from './offered.ts'
import { helpTexts } from './texts.ts'

const SHOWN_MAX = 50

type Props = { conversation: ConversationId; chosen: readonly LabelId[] }

/** Puts a label on the conversation: found by its name, or made by it. */
export function LabelPicker({ conversation, chosen }: Props) {
  const { about } = useTexts(helpTexts)
  const [open, setOpen] = useState(false)
  const command = useCommand()
  const known = useLabels()
  const choose = async (label: Label | string) => {
    setOpen(false)
    const id = typeof label === 'string' ? newId<LabelId>() : label.id
    if (typeof label === 'string') {
      const tint = freshTint(known.filter(({ kind }) => kind === 'tag'))
      if (!(await command({ type: 'label.make', label: id, kind: 'tag', name: label, tint }))) return
    }
    await command({ type: 'conversation.label', conversation, label: id })
  }
  return (
    <Popover.Root open={open} onOpenChange={setOpen}>
      <Popover.Trigger className={styles['add']} aria-label={about.add} title={about.add}>
        <Icon of={Plus} size="s" />
      </Popover.Trigger>
      <Popover.Portal>
        <Popover.Positioner side="bottom" align="start" sideOffset={4}>
          <Popover.Popup className={styles['popup']} aria-label={about.add}>
            <Found known={known.filter(({ id }) => !chosen.includes(id))} all={known} choose={(label) => void choose(label)} />
          </Popover.Popup>
        </Popover.Positioner>
      </Popover.Portal>
    </Popover.Root>
  )
}

type FoundProps = { known: readonly Label[]; all: readonly Label[]; choose: (label: Label | string) => void }

function Found({ known, all, choose }: FoundProps) {
  const { about } = useTexts(helpTexts)
  const [words, setWords] = useState('')
  const { found, fresh } = offered({ known, all, words })
  const items: (Label | string)[] = [...found.slice(0, SHOWN_MAX), ...(fresh === undefined ? [] : [fresh])]
  return (
    <Autocomplete.Root
      inline
      open
      items={items}
      value={words}
      onValueChange={setWords}
      itemToStringValue={(item: Label | string) => (typeof item === 'string' ? item : item.name)}
      filter={null}
      autoHighlight="always"
      keepHighlight
    >
      <Autocomplete.Input
        className={styles['input']}
        aria-label={about.search}
        placeholder={about.search}
        maxLength={LABEL_NAME_CODE_POINTS_MAX}
        dir="auto"
      />
      <Autocomplete.Empty className={styles['nothing']}>{about.nothing}</Autocomplete.Empty>
      <Autocomplete.List className={styles['list']}>
        {(item: Label | string) => (
          <Autocomplete.Item
            key={typeof item === 'string' ? 'fresh' : item.id}
            value={item}
            className={styles['item']}
            onClick={() => choose(item)}
          >
            {typeof item === 'string' ? <Fresh name={item} /> : <LabelChip label={item} />}
          </Autocomplete.Item>
        )}
      </Autocomplete.List>
    </Autocomplete.Root>
  )
}

function Fresh({ name }: { name: string }) {
  const { about } = useTexts(helpTexts)
  return (
    <>
      <Icon of={Plus} size="s" />
      <bdi className="cut">{about.make(name)}</bdi>
    </>
  )
}
