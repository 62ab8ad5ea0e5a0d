// Builds the console into packages/console/dist: index.html, and hashed files under assets/console.
import { fileURLToPath } from 'node:url'
import { build } from 'vite'

await build({ root: fileURLToPath(new URL('.', import.meta.url)), logLevel: 'warn' })
