import process from 'node:process'
import { setTimeout as wait } from 'node:timers/promises'
import { startBoard } from '../../server/board-server.ts'
import { readConfig } from '../../server/core/config.ts'
import { county } from '../support/county.ts'

/** The planted fault, only in this harness: it acknowledges at once and writes later. */
export async function hasty(data: string): Promise<void> {
  const { authority, links, port } = await startBoard({ config: readConfig({ PORT: '0', DATA_DIR: data, START_WITH: 'empty', ADMIN_LINK: 'yes' }), folder: { county } })
  const honest = authority.submit.bind(authority)
  let promised = authority.board.seq
  authority.submit = async (command, actor) => {
    promised = Math.max(promised, authority.board.seq) + 1
    void wait(400).then(() => honest(command, actor))
    return { ok: true, id: command.id, seq: promised, epoch: authority.epoch }
  }
  process.on('SIGTERM', () => process.exit(0))
  console.log(`http://127.0.0.1:${port}/in#${links[0]?.token}\nCtrl-C`)
}
