import react from '@vitejs/plugin-react'
import { defineConfig, type Plugin, type Rolldown } from 'vite'

const SERVER = 'http://localhost:4400'
// The server takes requests of its own pages only, so the page's host stays as it is.
const toServer = { target: SERVER, ws: true, changeOrigin: false }

/** What whoever works here sees first. It is asked for beside the start, not one after the other. */
const FIRST = ['app/signed-in.tsx', 'inbox/inbox-screen.tsx', 'inbox/choose-screen.tsx', 'inbox/inbox-badge.tsx']
/** Whose words are read there. */
const FIRST_WORDS = '(?:messages|presence|conversations|composer|panel|welcome|inbox|alerts|palette)'
/** What only settings share need not be there at the start; texts.ts and index.ts say where the rest is. */
const SETTINGS =
  /console\/src\/(?:forms|settings|account|security|system|team|channels|permissions|hours|site)\/(?!texts\.|index\.)/

const SCHEMAS =
  /node_modules\/zod\/|packages\/protocol\/src\/(?!availabilities|challenge-work|close-codes|faults|in-progress|level-order|limits|monitored|new-id|nobody|outcome|page-address|refusals|renamed|sites|version|words-of)/
/** Shared by screens of which none is seen first. */
const LATER =
  /console\/src\/(?:auth\/(?:second-factor|qr-picture|recovery|colour-field|entry-form|account-fields|link-failure)|parts\/(?:contrast|table|copy-field)\.|labels\/(?!texts\.|index\.|label-chip|language-name|use-labels))/
const isOfTheStart = (id: string) => /src/.test(id) && !SETTINGS.test(id) && !LATER.test(id) && !SCHEMAS.test(id)

export default defineConfig(({ command }) => ({
  // Built, everything is named from where it stands: nobody knows below which path a proxy puts it.
  base: command === 'build' ? './' : '/',
  plugins: [react(), askForTheFirst()],
  server: {
    proxy: Object.fromEntries(['/api', '/socket', '/stream', '/poll', '/commands', '/preview'].map((path) => [path, toServer])),
  },
  build: {
    assetsDir: 'assets/console',
    // Nothing inline: the page's content security policy allows this server's own files only.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    // light-dark() of the tokens must reach the browser as it is written.
    cssTarget: ['chrome123', 'firefox120', 'safari17.5'],
    emptyOutDir: true,
    // A few files instead of one for each module that two screens share.
    rolldownOptions: {
      output: {
        codeSplitting: {
          // The first that fits takes a module and what it needs: what is there at the start goes before what only settings need.
          groups: [
            // Rooms name the words of others: they must not bring what these words are said by.
            { name: 'shared', test: /console\/src\/[\w-]+\/texts\.ts$/, priority: 5 },
            {
              name: 'libraries',
              test: /node_modules\/(?!zod\/|uqr\/|@base-ui\/react\/(?:esm\/)?(?:popover|combobox|autocomplete)\/)/,
              priority: 4,
            },
            ...['en', 'fr'].map((language) => ({
              name: `words-${language}`,
              test: new RegExp(`console/src/${FIRST_WORDS}/texts\\.${language}\\.ts`),
              priority: 3,
            })),
            { name: 'shared', test: isOfTheStart, minShareCount: 2, priority: 2 },
            { name: 'schemas', test: SCHEMAS, priority: 1 },
            { name: 'settings', test: SETTINGS, minShareCount: 2 },
          ],
        },
      },
    },
    chunkSizeWarningLimit: 800,
    reportCompressedSize: false,
  },
}))

function askForTheFirst(): Plugin {
  return {
    name: 'ask-for-the-first',
    transformIndexHtml: {
      order: 'post',
      handler: (_html, { bundle = {} }) => {
        const chunks = Object.values(bundle).filter((each) => each.type === 'chunk')
        const asked = new Set<string>(
          chunks.filter(({ isEntry }) => isEntry).flatMap((entry) => [entry.fileName, ...entry.imports]),
        )
        const first = chunks.filter(({ facadeModuleId, moduleIds }) =>
          FIRST.some((path) => facadeModuleId?.endsWith(path) || moduleIds.some((id) => id.endsWith(path))),
        )
        const files = [...new Set(first.flatMap(({ fileName, imports }) => [fileName, ...imports]))].filter(
          (file) => !asked.has(file),
        )
        const styles = [...new Set(first.flatMap(stylesOf))]
        return [
          link({ rel: 'preload', as: 'fetch', href: './api/start' }),
          ...files.map((file) => link({ rel: 'modulepreload', href: `./${file}` })),
          ...styles.map((file) => link({ rel: 'preload', as: 'style', href: `./${file}` })),
        ]
      },
    },
  }
}

const link = (attributes: Record<string, string>) => ({
  tag: 'link',
  attrs: { ...attributes, crossorigin: true },
  injectTo: 'head' as const,
})

const stylesOf = (chunk: Rolldown.OutputChunk): string[] => [...(chunk.viteMetadata?.importedCss ?? [])]
