import type { ComponentProps } from './component-props.ts'
import { Home } from './home.tsx'
import { Skeleton } from './skeleton.tsx'

/** Before the first message. */
export function Introduction({ chat, words, parts }: ComponentProps) {
  if (chat.lobby().staffed) return <Home chat={chat} words={words} parts={parts} />
  const [leave = <Skeleton words={words} />] = parts.at('first', words)
  return <>{leave}</>
}
