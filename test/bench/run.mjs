import path from 'node:path'
import process from 'node:process'
import { ensureBuilt, ensureInstalled, root, run } from '../../server/install.mjs'
import { chromium } from '../chromium.mjs'

// `npm run bench` measures every promise, `npm run bench -- P1 P3` only those named. One JSON line a row on stdout.
// `--tiny` runs the rows at their smallest size; `build` only builds them.
process.chdir(root)
ensureInstalled()
ensureBuilt()
const vite = path.join(root, 'node_modules/vite/bin/vite.js')
run(process.execPath, [vite, 'build', '--ssr', path.join(root, 'test/bench/main.ts'), '--outDir', path.join(root, 'dist/bench'), '--emptyOutDir', '--logLevel', 'error'])
run(process.execPath, [vite, 'build', path.join(root, 'test/bench/map'), '--outDir', path.join(root, 'dist/bench-map'), '--emptyOutDir', '--logLevel', 'error'])
const asked = process.argv.slice(2)
const rows = asked.filter(word => word !== '--tiny')
if (asked[0] !== 'build') run(process.execPath, ['--expose-gc', path.join(root, 'dist/bench/main.js'), ...rows], { CHROMIUM: chromium() ?? '', BENCH_TINY: rows.length < asked.length ? '1' : '' })
