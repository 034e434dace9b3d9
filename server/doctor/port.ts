import type { Config } from '../core/config.ts'
import type { Finding } from './finding.ts'
import { once } from 'node:events'
import net from 'node:net'
import { fine, wrong } from './finding.ts'

/** Whether the board can listen where the settings say, or does so already. */
export async function port({ HOST, PORT }: Pick<Config, 'HOST' | 'PORT'>): Promise<Finding[]> {
  const where = `${HOST}:${PORT}`
  const server = net.createServer()
  try {
    await once(server.listen(PORT, HOST), 'listening')
    return [fine(`端口 ${where} 空闲，服务没有在运行。`, `${where} is free; the board is not running.`)]
  } catch (error) {
    const { code } = error as { code?: string }
    if (code === 'EADDRINUSE' && await ready(HOST, PORT)) return [fine(`服务在 ${where} 运行，状态正常。`, `The board runs on ${where} and does its work.`)]
    if (code === 'EADDRINUSE') return [wrong(`${where} 被另一个程序占用，或服务在运行但不正常（/ready）。请用 ss -ltnp 查看是谁；是服务的，请看日志。`, `Another program uses ${where}, or the board runs there and does not do its work (/ready). See which with "ss -ltnp"; if it is the board, read its log.`)]
    return [wrong(`不能监听 ${where}（${code}）。请检查 HOST 是否是本机地址；低于 1024 的端口请改用代理。`, `${where} cannot be listened on (${code}). Check that HOST is an address of this machine; for a port below 1024 use a proxy.`)]
  } finally {
    server.close()
  }
}

async function ready(host: string, port: number): Promise<boolean> {
  const answer = await fetch(`http://${host.includes(':') ? `[${host}]` : host}:${port}/ready`, { signal: AbortSignal.timeout(5000) }).catch(() => null)
  return answer?.ok === true && (await answer.json().catch(() => ({})) as { ready?: boolean }).ready === true
}
