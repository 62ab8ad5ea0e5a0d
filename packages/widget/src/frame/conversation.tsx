import type { ComponentProps } from './component-props.ts'
import { Composer } from './composer.tsx'
import { Log } from './log.tsx'
import type { Screen } from './screen.ts'
import { Ended } from './ended.tsx'
import { Waiting } from './waiting.tsx'

type Given = ComponentProps & { screen: Extract<Screen, { state: 'waiting' | 'conversation' | 'ended' }> }

export const Conversation = ({ visit, words, screen }: Given) => (
  <>
    <Log visit={visit} words={words} chat={screen.chat}>
      {screen.state === 'waiting' && <Waiting visit={visit} words={words} delivered={screen.chat !== undefined} />}
    </Log>
    {screen.state === 'ended' ? (
      <Ended visit={visit} words={words} />
    ) : (
      <Composer key={visit.surroundings().question} visit={visit} words={words} />
    )}
  </>
)
