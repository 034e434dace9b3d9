import process from 'node:process'
import { ensureBuilt, ensureInstalled, root } from './install.mjs'

// `npm start`: installs and builds what is missing, then runs the board in this process.
process.chdir(root)
ensureInstalled()
ensureBuilt()
await import('../dist/server/main.js')
