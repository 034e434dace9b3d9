import { createServer } from 'node:http'
import path from 'node:path'
import process from 'node:process'
import { Server } from 'socket.io'
import { startBoard } from '../../server/board-server.ts'
import { readConfig } from '../../server/core/config.ts'
import { county } from './world.ts'

/** The child process of a measurement: our server on a data folder, plain Socket.IO, or that with its adapter for Redis; it answers how much processor time it has used. */
export async function serve([mode = 'board', folder = '', port = '0', people = '0', store = '']: readonly string[]): Promise<void> {
  process.on('disconnect', () => process.exit(0))
  process.on('message', (ask) => {
    if (ask === 'usage') process.send?.({ cpu: process.cpuUsage(), rss: process.memoryUsage().rss })
  })
  if (mode === 'plain') {
    const http = createServer()
    const io = new Server(http, { serveClient: false })
    io.on('connection', socket => socket.on('command', (command, ack) => {
      io.emit('change', command)
      ack({ ok: true })
    }))
    http.listen(Number(port), '127.0.0.1', () => process.send?.({ port: (http.address() as { port: number }).port, cookies: [] }))
    return
  }
  if (mode === 'redis') {
    const [{ createAdapter }, { createClient }] = [await import('@socket.io/redis-adapter'), await import('redis')]
    const [pub, sub] = [createClient({ url: folder }), createClient({ url: folder })]
    await Promise.all([pub.connect(), sub.connect()])
    const http = createServer()
    const io = new Server(http, { serveClient: false, adapter: createAdapter(pub, sub) })
    io.on('connection', socket => socket.on('command', (command, ack) => {
      io.emit('change', command)
      ack({ ok: true })
    }))
    http.listen(0, '127.0.0.1', () => process.send?.({ port: (http.address() as { port: number }).port, cookies: [] }))
    return
  }
  const began = performance.now()
  const board = await startBoard({ config: readConfig({ PORT: port, DATA_DIR: folder, START_WITH: 'empty', ...store && { STORE: store, NODE_URL: `http://127.0.0.1:${port}` } }), folder: { county }, checker: path.resolve('dist/server/check.js'), pace: { commands: 1e6, seconds: 1 } })
  const listed = board.accounts.list().filter(one => one.role === 'coordinator').map(one => one.id)
  while (listed.length < Number(people)) listed.push(board.accounts.add({ name: 'bench', role: 'coordinator' }))
  const cookies = listed.slice(0, Number(people)).map(id => `yixian=${board.accounts.signIn(board.accounts.invite(id, 1), 1)}`)
  process.send?.({ port: board.port, cookies, seq: board.authority.board.seq, epoch: board.authority.epoch, took: performance.now() - began })
}
