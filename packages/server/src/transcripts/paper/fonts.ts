import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { create, type Font, type GlyphRun } from 'fontkit'
import { FONT_FILES } from './font-files.ts'

/** A font of the product: parsed when something is first written with it, and kept as long as the thread lives. */
export type Face = { name: string; bytes: Buffer; font: Font }

const faces = new Map<string, Face>()

function faceOf(name: string): Face {
  const known = faces.get(name)
  if (known) return known
  const bytes = readFileSync(fileURLToPath(import.meta.resolve(name)))
  const face = { name, bytes, font: create(bytes) as Font } // each file is one font, no collection
  faces.set(name, face)
  return face
}

/** What is drawn by none of them has no glyph anywhere: it is written as this. */
export const UNKNOWN = '\ufffd'
const INVISIBLE = /^[\p{Default_Ignorable_Code_Point}\p{Cc}]$/u

const chosen = new Map<number, Face | undefined>()

/** The first that has a glyph for it; undefined for what is not seen anyway. */
function faceFor(codePoint: number): Face | undefined {
  if (chosen.has(codePoint)) return chosen.get(codePoint)
  const found = FONT_FILES.find((name) => faceOf(name).font.hasGlyphForCodePoint(codePoint))
  const face = found === undefined ? undefined : faceOf(found)
  chosen.set(codePoint, face)
  return face
}

/** Of one character as people see it: the first font that has all of it. Signs that only say how it is drawn are left out where it has none. */
export function drawnWith(cluster: string): { face: Face; text: string } {
  const seen = Array.from(cluster).filter((sign) => !INVISIBLE.test(sign))
  const candidates = new Set(seen.map((sign) => faceFor(sign.codePointAt(0) ?? 0)))
  for (const face of candidates) {
    if (!face || !seen.every((sign) => face.font.hasGlyphForCodePoint(sign.codePointAt(0) ?? 0))) continue
    const text = Array.from(cluster).filter(
      (sign) => seen.includes(sign) || face.font.hasGlyphForCodePoint(sign.codePointAt(0) ?? 0),
    )
    return { face, text: text.join('') }
  }
  const [first] = FONT_FILES
  return { face: faceOf(first), text: seen.length === 0 ? '' : UNKNOWN }
}

/** Words come again and again, and what was measured is drawn. */
const SHAPED_MAX = 5000
const shaped = new Map<string, GlyphRun>()

export function shape({ name, font }: Face, text: string): GlyphRun {
  const key = `${name} ${text}`
  const known = shaped.get(key)
  if (known) return known
  const run = font.layout(text)
  if (shaped.size >= SHAPED_MAX) shaped.clear()
  shaped.set(key, run)
  return run
}

/** From here on the document writes with this font, and takes what was shaped to be measured: shaping is most of the work. */
export function writeWith(pdf: PDFKit.PDFDocument, face: Face): void {
  pdf.registerFont(face.name, face.bytes).font(face.name)
  const own = Reflect.get(pdf, '_font') as { font: Pick<Font, 'layout'> } // pdfkit keeps the font in use there, and tells nobody
  own.font.layout = (text: string) => {
    const { glyphs, positions, ...run } = shape(face, text)
    // pdfkit scales positions in place.
    return { ...run, glyphs, positions: positions.map((each) => ({ ...each })) }
  }
}
