import { pageOf, type Host } from './host.ts'

const POLICY =
  "default-src 'self'; script-src 'nonce-a' 'strict-dynamic'; style-src 'self'; connect-src 'self' CHAT; frame-src CHAT; require-trusted-types-for 'script'"
/** The page has a policy of its own for what it loads. */
const TRUST = `<script nonce="a">
  const own = trustedTypes.createPolicy('page', { createScriptURL: (url) => url })
  trust = (url) => own.createScriptURL(url)
</script>`
const withNonce = (page: Parameters<Host['html']>[0]) => ({
  ...page,
  snippet: page.snippet.replace('<script', '<script nonce="a"'),
})

/** No inline styles, no address of a script from a plain text, and no policy but the page's own. */
export const trustedTypes: Host = {
  name: 'trusted-types',
  headers: { 'content-security-policy': `${POLICY}; trusted-types page` },
  html: (page) => pageOf(withNonce(page), { head: TRUST }),
}

/** Any name will do. */
export const trustedTypesAny: Host = {
  name: 'trusted-types-any',
  headers: { 'content-security-policy': POLICY },
  html: (page) => pageOf(withNonce(page), { head: TRUST }),
}

/** Nothing but what carries the page's word for it. */
export const nonceOnly: Host = {
  name: 'nonce-only',
  headers: { 'content-security-policy': "default-src 'none'; script-src 'nonce-a'; connect-src CHAT; frame-src CHAT" },
  html: (page) => pageOf(withNonce(page)),
}
