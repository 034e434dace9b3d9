import { expect, it } from 'vitest'
import { readConfig } from '../../server/core/config.ts'
import { loadCounty } from '../../server/counties.ts'

it('[L6] every setting has a default', () => {
  expect(readConfig({})).toMatchObject({ PORT: 8506, HOST: '127.0.0.1', DATA_DIR: './data', START_WITH: 'drill', OPEN_TO_NETWORK: false, TILE_LAYERS: [] })
})

const bad: [string, string][] = [
  ['PORT', 'eighty'],
  ['PORT', '70000'],
  ['PORT', '-1'],
  ['PORT', ''],
  ['HOST', ''],
  ['DATA_DIR', ''],
  ['COUNTY', '../etc'],
  ['START_WITH', 'nothing'],
  ['DRILL_SEED', '1.5'],
  ['INCIDENT_NAME', ''],
  ['ADMIN_LINK', 'true'],
  ['PUBLIC_URL', 'board.example'],
  ['TRUST_PROXY', 'yes'],
  ['TRUST_PROXY', '10'],
  ['SESSION_HOURS', '0'],
  ['LINK_HOURS', '100000'],
  ['LOG_LEVEL', 'loud'],
  ['TILE_LAYERS', '[{"name":"x"}]'],
  ['TILE_LAYERS', 'not json'],
  ['TILE_LAYERS', '[{"name":"x","url":"https://t.example/{z}","datum":"BD-09"}]'],
  ['TILE_LAYERS', '[{"name":"x","url":"https://t.example/{z}","datum":"WGS-84","keep":true}]'],
  ['TILE_LAYERS', '[{"name":"x","url":"https://t.example/{z}","datum":"WGS-84","keep":" "}]'],
  ['TILE_LAYERS', '[{"name":"x","url":"https://t.example/{z}","datum":"WGS-84","keep":"a contract","tileBytes":0}]'],
  ['OPEN_TO_NETWORK', 'maybe'],
]

it.each(bad)('[L6] %s=%s stops the start with a sentence that names it', (name, value) => {
  expect(() => readConfig({ [name]: value })).toThrow(new RegExp(`^Setting ${name}\\b.* cannot be used: `))
})

it('[L6] nothing is open to the network unless a setting says so explicitly', () => {
  for (const HOST of ['0.0.0.0', '::', '192.168.1.5', 'board.example']) {
    expect(() => readConfig({ HOST })).toThrow(`Setting HOST=${HOST} would open the board to the network. If you want that, add OPEN_TO_NETWORK=yes.`)
    expect(readConfig({ HOST, OPEN_TO_NETWORK: 'yes' }).HOST).toBe(HOST)
  }
  for (const HOST of ['127.0.0.1', '::1', 'localhost']) expect(readConfig({ HOST }).HOST).toBe(HOST)
})

it('[L6] a county that does not exist stops the start with a sentence', async () => {
  await expect(loadCounty('atlantis')).rejects.toThrow(/^Setting COUNTY=atlantis: there is no such folder .* Available: .*lianjiang/)
})
