import { once } from 'node:events'
import fs from 'node:fs'
import net from 'node:net'
import path from 'node:path'
import { expect, it } from 'vitest'
import { startBoard } from '../../server/board-server.ts'
import { CannotStart } from '../../server/core/cannot-start.ts'
import { readConfig } from '../../server/core/config.ts'
import { folder } from '../support/county.ts'
import { runningBoard, until } from '../support/running-board.ts'
import { tempFolder } from '../support/temp.ts'

/** A board whose next start reads for as long as the test says: the start waits for the room on the disk. */
async function slowStart(bounds = {}) {
  let reading: Promise<void> | null = null
  const board = await runningBoard({ bounds, space: async () => {
    await reading
    return { free: 2 ** 40, total: 2 ** 41 }
  } })
  const port = board.port()
  return {
    board,
    port,
    /** Stops the board and starts it again; the function it returns ends the reading. */
    async restart() {
      await board.stop()
      let done = () => {}
      reading = new Promise<void>(read => done = read)
      const started = board.again(port)
      await until(() => fs.existsSync(path.join(board.data, 'lock')))
      return async () => {
        done()
        await started
      }
    },
    /** A TCP connection, kept trying until the port is open. */
    async connect(): Promise<net.Socket> {
      for (let left = 2000; ; left--) {
        const socket = net.connect(port, '127.0.0.1')
        const came = await once(socket, 'connect').then(() => true, () => false)
        if (came) return socket
        if (left === 0) throw new Error('the port stays closed')
        await new Promise(wake => setTimeout(wake, 5))
      }
    },
  }
}

it('[UP4] devices that come while the board is being read are answered once it is read: a live page, a request, an upload', async () => {
  const { board, restart, connect } = await slowStart()
  const person = board.person({ role: 'coordinator' })
  const page = board.page(person)
  await page.live()
  const read = await restart()
  ;(await connect()).destroy()

  const order: string[] = []
  page.link.start()
  const asked = person.fetch('/api/session').then(answer => order.push(`asked ${answer.status}`))
  const sent = person.fetch('/api/i/first/commands', { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ id: 'early', name: 'addPlace', args: {}, filler: 'x'.repeat(9000) }) }).then(answer => order.push(`sent ${answer.status}`))
  const early = await connect()
  early.write('GET /health HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n')
  early.once('data', text => order.push(String(text).split('\r\n')[0] ?? ''))
  order.push('read')
  await read()
  await Promise.all([asked, sent])
  await until(() => order.length === 4 && page.state() === 'live')
  expect(order[0]).toBe('read')
  expect(order.slice(1).sort()).toEqual(['HTTP/1.1 200 OK', 'asked 200', expect.stringMatching(/^sent 4/)])
  expect(board.bugs).toEqual([])
})

it('[UP4] [Q4] at most as many connections are held as may be open: the oldest is closed', async () => {
  const { restart, connect } = await slowStart({ strangers: { each: 20, all: 20, connections: 3 } })
  const read = await restart()
  const held: net.Socket[] = []
  for (let i = 0; i < 4; i++) held.push(await connect())
  await until(() => held[0]?.destroyed || held[0]?.readableEnded || held[0]?.resume().closed)
  expect(held.slice(1).every(socket => !socket.closed)).toBe(true)
  await read()
  for (const socket of held) socket.destroy()
})

it('[UP4] [DF1] a start that fails closes the port, and a folder in use never opens one', async () => {
  const data = tempFolder()
  fs.writeFileSync(path.join(data, 'board.db'), 'no database')
  const probe = net.createServer().listen(0, '127.0.0.1')
  await once(probe, 'listening')
  const { port } = probe.address() as net.AddressInfo
  probe.close()
  await once(probe, 'close')
  const config = readConfig({ PORT: String(port), DATA_DIR: data, START_WITH: 'empty' })
  await expect(startBoard({ config, folder })).rejects.toBeInstanceOf(CannotStart)
  await once(net.createServer().listen(port, '127.0.0.1'), 'listening').then(() => {}, () => expect.fail('the port is still taken'))

  const board = await runningBoard()
  await expect(startBoard({ config: readConfig({ PORT: String(board.port()), DATA_DIR: board.data }), folder })).rejects.toMatchObject({ reason: 'in_use' })
})
