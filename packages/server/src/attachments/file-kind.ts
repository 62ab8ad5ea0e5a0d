import { isUtf8 } from 'node:buffer'

export const FILE_TYPES = [
  'image/jpeg',
  'image/png',
  'image/webp',
  'application/pdf',
  'application/zip',
  'text/plain',
  'audio/mpeg',
  'audio/mp4',
  'video/mp4',
  'video/webm',
] as const
type FileKind = 'picture' | Exclude<(typeof FILE_TYPES)[number], `image/${string}`>

/**
 * What a file is by how it begins, of those that are taken; its name and what the sender calls it say nothing. Undefined: none of
 * them. `isWhole`: there is no more of it.
 */
export function fileKindOf(head: Buffer, isWhole: boolean): FileKind | undefined {
  const begin = head.subarray(0, BEGIN_BYTES).toString('latin1')
  const known = KINDS.find(({ at = 0, is, holds = '' }) => is.some((mark) => begin.startsWith(mark, at)) && begin.includes(holds))
  return known?.kind ?? (isText(head, isWhole) ? 'text/plain' : undefined)
}

const BEGIN_BYTES = 64
const KINDS: readonly { kind: FileKind; at?: number; is: readonly string[]; holds?: string }[] = [
  { kind: 'picture', is: ['\xff\xd8\xff', '\x89PNG\r\n\x1a\n', 'GIF87a', 'GIF89a'] },
  { kind: 'picture', at: 8, is: ['WEBP'], holds: 'RIFF' },
  { kind: 'picture', at: 4, is: ['ftypavif', 'ftypavis'] },
  { kind: 'application/pdf', is: ['%PDF-'] },
  // The documents of most offices too.
  { kind: 'application/zip', is: ['PK\x03\x04'] },
  { kind: 'audio/mpeg', is: ['ID3', '\xff\xfa', '\xff\xfb'] },
  { kind: 'audio/mp4', at: 4, is: ['ftypM4A'] },
  { kind: 'video/mp4', at: 4, is: ['ftypiso', 'ftypmp41', 'ftypmp42', 'ftypavc1', 'ftypqt  ', 'ftypM4V'] },
  { kind: 'video/webm', is: ['\x1aE\xdf\xa3'], holds: 'webm' },
]

const [TAB, RETURN, ESCAPE, SPACE] = [9, 13, 27, 32]

/** UTF-8 without control characters. It is served as what it is and never looked into: what reads like a page is none. */
function isText(head: Buffer, isWhole: boolean): boolean {
  // A character may be cut where the head ends.
  const cuts = isWhole ? [0] : [0, 1, 2, 3]
  const isWritten = cuts.some((cut) => isUtf8(head.subarray(0, head.length - cut)))
  return head.length > 0 && isWritten && head.every((byte) => byte >= SPACE || (byte >= TAB && byte <= RETURN) || byte === ESCAPE)
}
