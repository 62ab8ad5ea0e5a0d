import type { Author, ConversationLine, LineBody } from '@portico/protocol/conversations'
import type { ConversationId } from '@portico/protocol/ids'
import { must } from '../platform/must.ts'
import type { LineTable } from './tables.ts'

export function lineFromRow(row: LineTable): ConversationLine {
  return { id: row.id, ordinal: row.ordinal, audience: row.audience, at: row.at, author: authorFrom(row), body: bodyFrom(row) }
}

export function rowFromLine(
  conversation: ConversationId,
  { id, ordinal, audience, at, author, body }: ConversationLine,
): LineTable {
  return {
    id,
    conversation_id: conversation,
    ordinal,
    audience,
    at,
    author_kind: author.kind,
    author_id: author.kind === 'operator' ? author.id : null,
    author_name: author.kind === 'system' ? null : author.name,
    kind: body.kind,
    text: body.kind === 'notice' ? body.notice : body.text,
    whom: body.kind === 'notice' ? (body.whom ?? null) : null,
  }
}

function authorFrom({ author_kind, author_id, author_name }: LineTable): Author {
  switch (author_kind) {
    case 'visitor':
      return { kind: 'visitor', name: author_name }
    case 'operator':
      return { kind: 'operator', id: must(author_id), name: must(author_name) }
    case 'system':
      return { kind: 'system' }
  }
}

function bodyFrom({ kind, text, whom }: LineTable): LineBody {
  switch (kind) {
    case 'message':
      return { kind, text }
    case 'note':
      return { kind, text }
    case 'notice':
      return { kind, notice: noticeFrom(text), ...(whom !== null && { whom }) }
  }
}

const noticeFrom = (text: string) => text as Extract<LineBody, { kind: 'notice' }>['notice'] // rowFromLine wrote it
