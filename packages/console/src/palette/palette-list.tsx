import { Autocomplete } from '@base-ui/react/autocomplete'
import { Search } from 'lucide-react'
import { Fragment, use, useEffect, useRef } from 'react'
import { useTexts } from '../messages/language-context.tsx'
import { Avatar } from '../parts/avatar.tsx'
import { classes } from '../parts/classes.ts'
import { Icon } from '../parts/icon.tsx'
import { KeyCap } from '../parts/key-cap.tsx'
import type { PaletteItem, Room } from '../rooms/room.ts'
import styles from './palette.module.css'
import { paletteTexts } from './texts.ts'
import { type LoadedSource, usePaletteGroups } from './use-palette-groups.ts'

const SHOWN_MAX = 50

export type PaletteListProps = { rooms: readonly Room[]; words: string; onWords: (words: string) => void; done: () => void }

export function PaletteList({ rooms, words, onWords, done }: PaletteListProps) {
  const { palette } = useTexts(paletteTexts)
  const groups = usePaletteGroups(use(sourcesOf(rooms)), words)
  const input = useRef<HTMLInputElement>(null)
  // A dialog that is open before its list has come has kept the focus to itself. After it has, not before.
  useEffect(() => {
    const frame = requestAnimationFrame(() => input.current?.focus())
    return () => cancelAnimationFrame(frame)
  }, [])
  const run = (item: PaletteItem) => {
    done()
    // After the dialog has given the focus back, so that an action may move it.
    requestAnimationFrame(item.run)
  }
  return (
    <Autocomplete.Root
      inline
      open
      items={groups}
      value={words}
      onValueChange={onWords}
      itemToStringValue={(item: PaletteItem) => item.label}
      filter={null}
      autoHighlight="always"
      keepHighlight
      limit={SHOWN_MAX}
    >
      <div className={styles['search']}>
        <Icon of={Search} size="s" />
        <Autocomplete.Input
          ref={input}
          className={styles['input']}
          aria-label={palette.title}
          placeholder={palette.placeholder}
        />
      </div>
      <Autocomplete.Empty className={styles['nothing']}>{words === '' ? null : palette.nothing(words)}</Autocomplete.Empty>
      <Autocomplete.List className={styles['list']}>
        {(group: (typeof groups)[number]) => (
          <Autocomplete.Group key={group.value} items={group.items}>
            <Autocomplete.GroupLabel className={styles['label']}>{group.value}</Autocomplete.GroupLabel>
            <Autocomplete.Collection>
              {(item: PaletteItem) => (
                <Autocomplete.Item key={item.id} value={item} className={styles['item']} onClick={() => run(item)}>
                  {item.person ? <Avatar {...item.person} size="s" /> : <Icon of={item.icon} size="s" />}
                  <span className={classes('cut', styles['name'])}>
                    <bdi>{item.label}</bdi>
                    {item.address && <bdi className={styles['hint']}> {item.address}</bdi>}
                    {item.said && <Excerpt {...item.said} />}
                  </span>
                  {item.hint && <span className={styles['hint']}>{item.hint}</span>}
                  {item.key && <KeyCap name={item.key} />}
                </Autocomplete.Item>
              )}
            </Autocomplete.Collection>
          </Autocomplete.Group>
        )}
      </Autocomplete.List>
      <Keys />
    </Autocomplete.Root>
  )
}

function Excerpt({ text, marks }: NonNullable<PaletteItem['said']>) {
  const ends = [0, ...marks.map(({ to }) => to)]
  return (
    <bdi className={styles['said']}>
      {marks.map(({ from, to }, n) => (
        <Fragment key={from}>
          {text.slice(ends[n], from)}
          <mark>{text.slice(from, to)}</mark>
        </Fragment>
      ))}
      {text.slice(ends.at(-1))}
    </bdi>
  )
}

/** What the keyboard does here. */
function Keys() {
  const { palette, keys } = useTexts(paletteTexts)
  return (
    <p className={styles['keys']} aria-hidden="true">
      <KeyCap name="↑" />
      <KeyCap name="↓" />
      {palette.choose}
      <KeyCap name={keys.enter} />
      {palette.go}
      <KeyCap name={keys.escape} />
      {palette.leave}
    </p>
  )
}

const loaded = new WeakMap<readonly Room[], Promise<readonly LoadedSource[]>>()

function sourcesOf(rooms: readonly Room[]): Promise<readonly LoadedSource[]> {
  const known = loaded.get(rooms)
  if (known) return known
  const sources = rooms.flatMap((room) => room.palette ?? [])
  const asked = Promise.all(sources.map(async ({ group, load }) => ({ group, useItems: await load() })))
  loaded.set(rooms, asked)
  // The next time it is opened tries again.
  asked.catch(() => loaded.delete(rooms))
  return asked
}
