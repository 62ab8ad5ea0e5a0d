import { Block } from '../panel/facts.tsx'
import { useTexts } from '../messages/language-context.tsx'
import type { ViewProps } from '../rooms/room.ts'
import { thanksTexts } from './texts.ts'

/** Whether the visitor has thanked. */
export function ThanksBlock({ view }: ViewProps) {
  const { thanks } = useTexts(thanksTexts)
  return (
    <Block title={thanks.title}>
      <p>{(view.thankedAt ?? null) === null ? thanks.no : thanks.yes}</p>
    </Block>
  )
}
