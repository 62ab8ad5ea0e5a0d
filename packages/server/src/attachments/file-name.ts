const ENDINGS: Partial<Record<string, RegExp>> = {
  'image/jpeg': /\.jpe?g$/i,
  'image/png': /\.png$/i,
  'image/webp': /\.webp$/i,
}

/** What a file is called by others: its own name without a path, with the ending of what it has become. */
export function fileNameOf(name: string, type: string): string {
  const bare = name
    .split(/[/\\]/)
    .at(-1)
    ?.replaceAll(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, '')
    .trim()
  const called = bare?.replace(/^\.+/, '') || 'file'
  const ending = ENDINGS[type]
  return !ending || ending.test(called) ? called : `${called.replace(/\.\w{1,5}$/, '')}.${type.split('/')[1] ?? ''}`
}
