import path from 'node:path'
import process from 'node:process'
import { ensureBuilt, ensureInstalled, root, run } from '../../server/install.mjs'

// `npm run fault -- claim --procs 4 --n 100000 --seed 1`: one named fault; with `--sabotage` its defence is off, and the same check must fail.
// `node test/fault/run.mjs build` only builds them: they start processes of their own, which need plain JavaScript.
process.chdir(root)
ensureInstalled()
ensureBuilt()
run(process.execPath, [path.join(root, 'node_modules/vite/bin/vite.js'), 'build', '--ssr', path.join(root, 'test/fault/main.ts'), '--outDir', path.join(root, 'dist/fault'), '--emptyOutDir', '--logLevel', 'error'])
const asked = process.argv.slice(2)
if (asked[0] !== 'build') run(process.execPath, [path.join(root, 'dist/fault/main.js'), ...asked])
