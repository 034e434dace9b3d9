/** Bugs to plant in exposure places. */
const by = 'test/rules/exposure.test.ts'
export const exposure = [
  { name: 'phone-in-reason', file: 'shared/exposure/commands.ts', from: 'impersonal(spot ? undefined : name, reason)', to: 'void name', by },
  { name: 'spaced-phone-taken', file: 'shared/core/impersonal.ts', from: '/(?:\\d[\\s().·_-]*){7,}/', to: '/(?:\\d){7,}/', by },
  { name: 'place-marked-twice', file: 'shared/exposure/commands.ts', from: 'if (place !== null && marked(draft, place)) reject', to: 'if (place === \'\') reject', by },
  { name: 'released-with-open-steps', file: 'shared/exposure/commands.ts', from: 'if (openItems(exposure, facts.exposure).length)', to: 'if (!exposure)', by },
  { name: 'line-stays-after-release', file: 'shared/exposure/commands.ts', from: '{ ...exposure, line: null, releasedBy', to: '{ ...exposure, releasedBy', by },
  { name: 'public-reads-reason', file: 'shared/exposure/public-lines.ts', from: '[{ text: line.text, at: line.at }]', to: '[{ text: line.text, at: line.at, why: \'CDC\' }]', by },
  { name: 'round-earth', file: 'shared/exposure/neighbours.ts', from: '0.006_694_379_990_141_316', to: '0', by },
  { name: 'retired-neighbour', file: 'shared/exposure/neighbours.ts', from: 'place.retired || place.id', to: 'place.id', by },
  { name: 'weaker-zone-named', file: 'shared/exposure/neighbours.ts', from: 'zoneLevels.indexOf(zone.level) < zoneLevels', to: 'zoneLevels.indexOf(zone.level) > zoneLevels', by },
  { name: 'merged-zone-is-over', file: 'shared/exposure/zone-link.ts', from: '    zone = next\n', to: '    break\n', by },
  { name: 'lifted-zone-holds', file: 'shared/exposure/zone-link.ts', from: 'over: !inForce(zone, now) && zone.validFrom <= now', to: 'over: false', by },
  { name: 'every-exposure-read', file: 'shared/exposure/owed.ts', from: 'sinceDay(board, \'exposure\', \'told\', since)', to: 'board.all(\'exposure\')', by },
  { name: 'told-for-ever', file: 'shared/exposure/owed.ts', from: 'return moment > since ?', to: 'return moment ?', by },
]
