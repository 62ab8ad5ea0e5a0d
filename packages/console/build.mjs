// Builds the console into packages/console/dist: index.html, and hashed files under assets/console.
import { fileURLToPath } from 'node:url'
import { build } from 'vite'

// Whatever the shell says: what visitors and operators get is never the development build.
process.env.NODE_ENV = 'production'

await build({ root: fileURLToPath(new URL('.', import.meta.url)), logLevel: 'warn' })
