import { spawnSync } from 'node:child_process'
import process from 'node:process'
import { fileURLToPath } from 'node:url'

/** What an answer of `npm audit --json` means. A registry that answers none, as a mirror does, says nothing about the packages. */
export function verdict(text) {
  let counts
  try {
    counts = JSON.parse(text).metadata?.vulnerabilities
  } catch {}
  if (!counts) return { red: false, said: 'Known holes of the packages were not looked up: the registry answers no audit here. Run "npm run audit" where registry.npmjs.org is reachable.' }
  const serious = (counts.high ?? 0) + (counts.critical ?? 0)
  return { red: serious > 0, said: `Known holes of the packages that the board runs on: ${counts.critical ?? 0} critical, ${counts.high ?? 0} high, ${counts.moderate ?? 0} moderate, ${counts.low ?? 0} low.` }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  // Without a network npm would try again for long.
  const { stdout } = spawnSync('npm', ['audit', '--omit=dev', '--json'], { encoding: 'utf8', timeout: 120_000 })
  const { red, said } = verdict(stdout ?? '')
  console.log(red ? `${said}\nRun "npm audit --omit=dev" to see which.` : said)
  process.exitCode = red ? 1 : 0
}
