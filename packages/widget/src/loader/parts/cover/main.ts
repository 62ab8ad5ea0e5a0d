export { openCover as open } from './cover.ts'
