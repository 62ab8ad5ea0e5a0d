import { inflateSync } from 'node:zlib'

/** What a reader takes out of a PDF as text, in the order in which it stands there. */
export function textOfPdf(pdf: Buffer): string {
  const bytes = pdf.toString('latin1')
  const pages = [...bytes.matchAll(/\/Filter \/FlateDecode[^]*?stream\r?\n([^]*?)\r?\nendstream/g)].flatMap(([, packed = '']) => {
    const content = inflateSync(Buffer.from(packed, 'latin1')).toString('latin1')
    return content.includes('/ActualText') ? [content] : []
  })
  return pages
    .flatMap((page) => [...page.matchAll(/\/ActualText \(((?:\\[^]|[^\\)])*)\)/g)].map(([, text = '']) => decoded(text)))
    .join('')
}

const ESCAPED: Record<string, string> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' }

function decoded(escaped: string): string {
  const plain = escaped.replaceAll(/\\([^])/g, (_, sign: string) => ESCAPED[sign] ?? sign)
  if (!plain.startsWith('\xfe\xff')) return plain
  return Buffer.from(plain.slice(2), 'latin1').swap16().toString('utf16le')
}
