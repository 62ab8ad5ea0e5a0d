export type Put = { text: string; caret: number }

/** What was put before becomes what is wanted; what has been typed at its caret meanwhile stays, behind the new words. */
export function goOnFrom({ now, put, wanted }: { now: string; put: Put; wanted: Put }): Put {
  const front = put.text.slice(0, put.caret)
  const back = put.text.slice(put.caret)
  const isTypedOn = now.length >= put.text.length && now.startsWith(front) && now.endsWith(back)
  // Changed elsewhere than at the caret: nothing of it is touched, what is new goes to its end.
  if (!isTypedOn) return atEnd(now + (wanted.text.startsWith(put.text) ? wanted.text.slice(put.text.length) : ''))
  const typed = now.slice(front.length, now.length - back.length)
  const caret = wanted.caret + typed.length
  return { text: wanted.text.slice(0, wanted.caret) + typed + wanted.text.slice(wanted.caret), caret }
}

export const atEnd = (text: string): Put => ({ text, caret: text.length })
