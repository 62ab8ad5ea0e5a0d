import { useVisitorPresence } from '../conversations/visitor-presence-context.tsx'
import { useTexts } from '../messages/language-context.tsx'
import type { ViewProps } from '../rooms/room.ts'
import { Block } from './facts.tsx'
import { PageFact } from './page-fact.tsx'
import { panelTexts } from './texts.ts'

/** Where the visitor is, and where the conversation began. */
export function PageBlock({ view }: ViewProps) {
  const { context } = useTexts(panelTexts)
  const presence = useVisitorPresence(view.id)
  return (
    <>
      {presence?.state === 'here' && presence.page && (
        <Block title={context.pageNow}>
          <PageFact page={presence.page} />
        </Block>
      )}
      <Block title={context.page}>
        <PageFact page={view.page} />
      </Block>
    </>
  )
}
