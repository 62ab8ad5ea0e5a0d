/** A header that names a file in whatever characters, and holds nothing else (RFC 6266). */
export function contentDisposition(as: 'inline' | 'attachment', name: string): string {
  const plain = name.replaceAll(/[^\w .()-]/g, '_')
  const exact = encodeURIComponent(name.toWellFormed()).replaceAll(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16)}`)
  return plain === name ? `${as}; filename="${plain}"` : `${as}; filename="${plain}"; filename*=UTF-8''${exact}`
}
