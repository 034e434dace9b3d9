import type { CommandName } from '../../shared/commands.ts'
import type { Kind } from '../../shared/records.ts'
import { expect, it } from 'vitest'
import { commands } from '../../shared/commands.ts'
import { roles } from '../../shared/core/actor.ts'
import { audienceOf, visible } from '../../shared/core/sight.ts'
import { kinds } from '../../shared/kinds.ts'
import { letters, readers } from '../sight/readers.ts'
import { cases } from '../sight/records.ts'

const table = (head: readonly string[], rows: readonly (readonly string[])[]) => [head, head.map((_, i) => i ? ':-:' : '---'), ...rows].map(row => `| ${row.join(' | ')} |`).join('\n')

/** What a role sees of a kind in the table of the tests of sight: every record, some of them (those of its own area, or those that are open to it), or none. */
function sees(role: (typeof roles)[number], kind: Kind): string {
  const records = cases({}).filter(one => one.kind === kind)
  const seen = (letter: (typeof letters)[number]) => records.filter(one => visible(audienceOf({ id: letter, ...readers[letter] }), kind, one.record)).length
  const most = Math.max(...letters.filter(letter => readers[letter].role === role && letter !== 'W').map(seen))
  return most === records.length ? 'all' : most ? 'some' : ''
}

it('[V1] docs/who-may.md is what the rules say: which role sees which kind of record, and gives which command', async () => {
  const page = `# Who may see and do what

Made from the rules in \`shared/\` by \`test/structure/who-may.test.ts\` (\`npx vitest run --project unit test/structure/who-may.test.ts -u\` writes it again). Never edit it by hand.

## Records

\`all\`: every record of the kind. \`some\`: those of the person's own township, unit or place, or those that are open to everybody. Empty: none. What a person sees beyond this is about
themselves ([shared/own-parts.ts](../shared/own-parts.ts)); fields can still be hidden ([shared/core/sight.ts](../shared/core/sight.ts)).

${table(['kind', ...roles], kinds.map(kind => [kind, ...roles.map(role => sees(role, kind))]))}

## Commands

A command also needs its records to be in the person's area, and its own rule to allow it. Commands that no person gives are the server's.

${table(['command', ...roles], (Object.keys(commands) as CommandName[]).sort().map(name => [name, ...roles.map(role => (commands[name].roles as readonly string[]).includes(role) ? '✓' : '')]))}
`
  await expect(page).toMatchFileSnapshot('../../docs/who-may.md')
})
