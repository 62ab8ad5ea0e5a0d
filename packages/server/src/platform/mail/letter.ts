import { oneLine } from './smtp-mail.ts'

/** What every mail is made of: some paragraphs, at most one link, and why it came. */
export type Words = {
  subject: string
  paragraphs: readonly string[]
  link?: { label: string; url: string }
  reason: string
  locale: string
}

/** The same as a text and as simple HTML. Nothing of it is loaded from elsewhere. */
export function letterOf({ subject, paragraphs, link, reason, locale }: Words): { subject: string; text: string; html: string } {
  const texts = [...paragraphs, ...(link ? [`${link.label}:\n${link.url}`] : []), `-- \n${reason}`]
  const parts = [
    ...paragraphs.map((paragraph) => `<p>${escaped(paragraph)}</p>`),
    ...(link ? [`<p><a href="${escaped(link.url)}">${escaped(link.label)}</a></p><p>${escaped(link.url)}</p>`] : []),
    `<hr><p><small>${escaped(reason)}</small></p>`,
  ]
  return {
    subject: oneLine(subject),
    text: `${texts.join('\n\n')}\n`,
    html: `<!doctype html><html lang="${escaped(locale)}"><head><meta charset="utf-8"><meta name="color-scheme" content="light dark"><title>${escaped(subject)}</title></head><body style="font:16px/1.5 system-ui,sans-serif;max-width:36rem;margin:1rem auto;padding:0 1rem">${parts.join('')}</body></html>`,
  }
}

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }
const escaped = (text: string): string => text.replaceAll(/[&<>"']/g, (sign) => ENTITIES[sign] ?? sign)
