import type { ComponentProps } from './component-props.ts'
import { Composer } from './composer.tsx'
import { PrivacyLine } from './privacy-line.tsx'

/** Before the first message: one writes at once; who is there, or what is asked while nobody is, comes as a part. */
export function Introduction({ chat, words, parts }: ComponentProps) {
  const { staffed, options } = chat.lobby()
  const [first = <div class="pane" />] = parts.at('first', words)
  return (
    <>
      {parts.at('card', words)}
      {first}
      {parts.at('before', words)}
      {staffed && (
        <Composer chat={chat} words={words} parts={parts} asks={options.asksWhen === 'before' ? options.asks : 'nothing'} />
      )}
      <PrivacyLine chat={chat} words={words} parts={parts} />
    </>
  )
}
