import path from 'node:path'
import process from 'node:process'
import { ensureInstalled, root, run } from '../../server/install.mjs'

// `npm run fault -- claim --procs 4 --n 100000 --seed 1`: racing claims; `--sabotage` plants a fault, which must be found.
process.chdir(root)
ensureInstalled()
run(process.execPath, [path.join(root, 'node_modules/vite/bin/vite.js'), 'build', '--ssr', path.join(root, 'test/fault/main.ts'), '--outDir', path.join(root, 'dist/fault'), '--emptyOutDir', '--logLevel', 'error'])
run(process.execPath, [path.join(root, 'dist/fault/main.js'), ...process.argv.slice(2)])
