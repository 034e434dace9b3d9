import process from 'node:process'
import { ensureBuilt, ensureInstalled, root } from './install.mjs'

// `npm start`: everything a machine with only Node needs, then the board in this same process.
process.chdir(root)
ensureInstalled()
ensureBuilt()
await import('../dist/server/main.js')
