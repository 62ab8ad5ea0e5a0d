import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

const SERVER = 'http://localhost:4400'
// The server takes requests of its own pages only, so the page's host stays as it is.
const toServer = { target: SERVER, ws: true, changeOrigin: false }

export default defineConfig({
  plugins: [react()],
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
          groups: [
            { name: 'libraries', test: /node_modules/ },
            { name: 'shared', test: /src/, minShareCount: 2 },
          ],
        },
      },
    },
    chunkSizeWarningLimit: 800,
    reportCompressedSize: false,
  },
})
