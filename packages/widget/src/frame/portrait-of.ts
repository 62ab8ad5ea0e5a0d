import type { Chat } from './chat.ts'

/** Where the picture lies of whom the visitor knows by this id in the conversation that is drawn. */
export const portraitOf = ({ shown }: Chat, id: string): string | undefined => {
  const conversation = shown()?.id
  return conversation && id && `in/${conversation}/${id}`
}
