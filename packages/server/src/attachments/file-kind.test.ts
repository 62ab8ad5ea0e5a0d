import { expect, test } from 'vitest'
import { fileKindOf } from './file-kind.ts'
import { fileNameOf } from './file-name.ts'

const bytes = (text: string) => Buffer.from(text, 'latin1')

test.for([
  ['picture', '\xff\xd8\xff\xe0\0\x10JFIF'],
  ['picture', '\x89PNG\r\n\x1a\n\0\0\0\rIHDR'],
  ['picture', 'GIF89a\x01\0'],
  ['picture', 'RIFF\x24\0\0\0WEBPVP8 '],
  ['picture', '\0\0\0\x1cftypavif'],
  ['application/pdf', '%PDF-1.7\n%\xe2\xe3\xcf\xd3'],
  ['application/zip', 'PK\x03\x04\x14\0'],
  ['audio/mpeg', 'ID3\x04\0'],
  ['audio/mp4', '\0\0\0\x20ftypM4A '],
  ['video/mp4', '\0\0\0\x20ftypisom'],
  ['video/webm', '\x1aE\xdf\xa3\x9f\x42\x86\x81\x01\x42\x82\x84webm'],
] as const)('[AT2] %s is known by how it begins', ([kind, begin]) => {
  expect(fileKindOf(bytes(begin), false)).toBe(kind)
})

test('[AT2] a text is one of characters, also where its beginning ends in the midst of one', () => {
  expect(fileKindOf(Buffer.from('Olá, 世界 👋\r\n\tok'), true)).toBe('text/plain')
  expect(fileKindOf(Buffer.from('<svg onload=alert(1)>'), true)).toBe('text/plain')
  const cut = Buffer.from('x'.repeat(100) + '👋').subarray(0, 102)
  expect([fileKindOf(cut, false), fileKindOf(cut, true)]).toEqual(['text/plain', undefined])
})

test.for([
  'MZ\x90\0\x03',
  '\x7fELF\x02\x01',
  '\xca\xfe\xba\xbe\0\0',
  '#!/bin/sh\0',
  '\0',
  '',
  'PK',
  'BM\x36\x04\0',
  '\xff\xfeO\0l\0',
])('[AT2] %j is nothing that is taken', (begin) => {
  expect(fileKindOf(bytes(begin), true) ?? 'none').toMatch(begin === 'PK' ? 'text/plain' : 'none')
})

test.for([
  ['menu.pdf', 'application/pdf', 'menu.pdf'],
  ['../../etc/passwd', 'text/plain', 'passwd'],
  ['C:\\Users\\Vera\\menu.pdf', 'application/pdf', 'menu.pdf'],
  ['holiday.heic', 'image/jpeg', 'holiday.jpeg'],
  ['holiday.JPG', 'image/jpeg', 'holiday.JPG'],
  ['moving.gif', 'image/webp', 'moving.webp'],
  ['no ending', 'image/png', 'no ending.png'],
  ['\u202egnp.exe', 'application/zip', 'gnp.exe'],
  ['a\r\nb.txt', 'text/plain', 'ab.txt'],
  ['.htaccess', 'text/plain', 'htaccess'],
  ['..', 'text/plain', 'file'],
  ['/', 'text/plain', 'file'],
  ['São Tomé.png', 'image/png', 'São Tomé.png'],
] as const)('[AT2] %j of %s is called %j', ([name, type, called]) => {
  expect(fileNameOf(name, type)).toBe(called)
})
