import type { ComponentProps } from './component-props.ts'
import { Composer } from './composer.tsx'
import type { Screen } from './screen.ts'
import { Skeleton } from './skeleton.tsx'

type Given = ComponentProps & { screen: Extract<Screen, { state: 'waiting' | 'conversation' | 'ended' | 'past' }> }

/** What was said, and where one writes: that one is there from the first moment. */
export const Conversation = ({ chat, words, parts, screen }: Given) => {
  const [log = <Skeleton words={words} />] = parts.at('log', words)
  const isOver = (screen.state === 'ended' || screen.state === 'past') && chat.reopens() !== 'asked'
  return (
    <>
      {parts.at('card', words)}
      {log}
      {isOver ? parts.at('foot', words) : <Composer chat={chat} words={words} parts={parts} />}
    </>
  )
}
