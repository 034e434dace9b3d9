import { expect, it } from 'vitest'
import { carePerson, register, visit } from '../support/register.ts'
import { routes } from '../support/routes.ts'
import { until } from '../support/running-board.ts'

it('[F54] [CA1] [CA2] [V1] care: whatever readers ask and receive, nobody is told a name, a number or an address unless they may open it and did', async () => {
  const { board, people, ask } = await register()
  const all = Array.from({ length: 4 }, (_, i) => carePerson([{}, { grid: 'n2' }][i] ?? { township: 'south', grid: 's1' }))
  const secrets = all.flatMap(({ name, phone, number, address }) => [name, phone, number, address])
  const lines: unknown[] = []
  for (const one of Object.values(people)) await board.line(one.cookie, {}, (event, body) => lines.push([event, body]))
  await ask('north', '/people', { people: all.slice(0, 2) })
  await ask('lead', '/people', { people: all.slice(2) })
  await ask('north', `/people/${all[0]!.id}/needs`, { id: 'need-1', kind: 'call', dueAt: 1, text: `${all[0]!.name} is deaf` })
  await until(() => board.authority.board.get('careCount', 's1-all'))
  const heard: string[] = []
  for (const [who, one] of Object.entries(people)) {
    for (const { leaf, at } of routes.filter(route => route.leaf.startsWith('GET') && !route.at.includes('.ics'))) {
      const text = await (await one.fetch(at)).text()
      for (const secret of secrets) {
        if (text.includes(secret)) heard.push(`${who} ${leaf} ${secret}`)
      }
    }
    for (const { id } of all) {
      const { text, status } = await ask(who as keyof typeof people, `/people/${id}/open`, visit)
      const may = who === 'lead' || (who === 'worker' && id === all[0]?.id) || who === (all.findIndex(person => person.id === id) < 2 ? 'north' : 'south')
      expect([who, status]).toEqual([who, may ? 200 : 404])
      expect(secrets.filter(secret => text.includes(secret)).length > 0).toBe(may)
    }
  }
  expect(heard).toEqual([])
  const spoken = JSON.stringify([lines, [...board.authority.board.all('careCount')], await board.incidents.all()[0]!.store.since(0, 500)])
  expect(spoken).toContain('countCare')
  for (const secret of secrets) expect(spoken).not.toContain(secret)
})
