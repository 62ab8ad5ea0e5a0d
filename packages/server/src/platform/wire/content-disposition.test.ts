import { expect, test } from 'vitest'
import { contentDisposition } from './content-disposition.ts'

test('[WR142] a plain name is said as it is', () => {
  expect(contentDisposition('attachment', 'security.csv')).toBe('attachment; filename="security.csv"')
})

test('[WR142] any other name is said twice: for those who read letters only, and exactly', () => {
  expect(contentDisposition('inline', 'São Tomé (1).png')).toBe(
    `inline; filename="S_o Tom_ (1).png"; filename*=UTF-8''S%C3%A3o%20Tom%C3%A9%20%281%29.png`,
  )
})

test.for(['a"; b="c', 'a\r\nset-cookie: x=1', '../../etc/passwd', '\ud800.png', '\u202egnp.exe', 'a\0b'])(
  '[WR142] %j ends neither the name nor the header',
  (name) => {
    const said = contentDisposition('attachment', name)
    expect(said).toMatch(/^attachment; filename="[\w .()-]*"; filename\*=UTF-8''[\w.!~%-]*$/)
  },
)
