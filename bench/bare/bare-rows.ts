export type Sent = { n: number; id: string; conversation: string; line: string; text: string }
export type Committed = { n: number; entries: { topic: string; position: number; body: string }[] }

export const AUTHOR = { kind: 'operator', id: '01234567-89ab-7cde-8f01-23456789abcd', name: 'Operator 1.1' }

type Said = Pick<Sent, 'conversation' | 'line' | 'text'> & { at: number; ordinal: number }
type Body = { topic: string; body: string }

/** What the visitor and what the operators are told of a message. */
export function bodiesOf({ conversation, line, text, at, ordinal }: Said): readonly [Body, Body] {
  const said = { id: line, at, author: AUTHOR, body: { kind: 'message', text } }
  return [
    { topic: `chat:${conversation}`, body: JSON.stringify({ type: 'chat.line.added', line: said }) },
    {
      topic: `conversation:${conversation}`,
      body: JSON.stringify({ type: 'line.added', line: { ...said, ordinal, audience: 'all' } }),
    },
  ]
}
