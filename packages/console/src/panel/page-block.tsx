import { useTexts } from '../messages/language-context.tsx'
import type { ViewProps } from '../rooms/room.ts'
import { Block } from './facts.tsx'
import { PageFact } from './page-fact.tsx'
import { panelTexts } from './texts.ts'

/** Where the conversation began. */
export function PageBlock({ view }: ViewProps) {
  const { context } = useTexts(panelTexts)
  return (
    <Block title={context.page}>
      <PageFact page={view.page} />
    </Block>
  )
}
