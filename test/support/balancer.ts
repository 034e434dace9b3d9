import { execFileSync, spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import fs from 'node:fs'
import path from 'node:path'
import { onTestFinished } from 'vitest'
import { freePort } from './free-port.ts'
import { tempFolder } from './temp.ts'

export const has = (program: string): boolean => spawnSync('which', [program]).status === 0

/** Makes `cert.pem` and `key.pem` of a board in this folder, by openssl. */
export const certify = (folder: string): unknown =>
  execFileSync('openssl', ['req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-keyout', 'key.pem', '-out', 'cert.pem', '-days', '1', '-subj', '/CN=board.example'], { cwd: folder, stdio: 'ignore' })

/** A text with each of these in the place of what was there; throws if it was not. */
const replaced = (text: string, pairs: readonly (readonly [was: string, is: string])[]) => pairs.reduce((all, [was, is]) => {
  if (!all.includes(was)) throw new Error(`the example has no ${was}`)
  return all.replaceAll(was, is)
}, text)

const starts = {
  haproxy(folder: string, [http, https]: readonly [number, number], servers: readonly number[]) {
    fs.writeFileSync(path.join(folder, 'board.pem'), ['cert.pem', 'key.pem'].map(file => fs.readFileSync(path.join(folder, file), 'utf8')).join(''))
    const text = replaced(fs.readFileSync('deploy/haproxy.cfg', 'utf8'), [['maxconn 40000', 'maxconn 1000'], ['bind :80\n', `bind 127.0.0.1:${http}\n`], ['bind :443 ', `bind 127.0.0.1:${https} `], ['/etc/haproxy/board.pem', `${folder}/board.pem`], ['  server three 10.0.0.3:8506 cookie three\n', ''], ['10.0.0.1:8506', `127.0.0.1:${servers[0]}`], ['10.0.0.2:8506', `127.0.0.1:${servers[1]}`]])
    fs.writeFileSync(path.join(folder, 'haproxy.cfg'), text)
    return ['-db', '-f', path.join(folder, 'haproxy.cfg')]
  },
  nginx(folder: string, [http, https]: readonly [number, number], servers: readonly number[]) {
    const text = replaced(fs.readFileSync('deploy/nginx-nodes.conf', 'utf8'), [['listen 80;', `listen 127.0.0.1:${http};`], ['listen 443 ', `listen 127.0.0.1:${https} `], ['/etc/ssl/board.example.pem', `${folder}/cert.pem`], ['/etc/ssl/private/board.example.key', `${folder}/key.pem`], ['  server 10.0.0.3:8506 max_fails=1 fail_timeout=2s;\n', ''], ['10.0.0.1:8506', `127.0.0.1:${servers[0]}`], ['10.0.0.2:8506', `127.0.0.1:${servers[1]}`]])
    fs.writeFileSync(path.join(folder, 'site.conf'), text)
    const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map(name => `${name}_temp_path ${folder}/${name};`).join(' ')
    fs.writeFileSync(path.join(folder, 'nginx.conf'), `daemon off; pid ${folder}/pid; error_log stderr; events {} http { access_log off; ${temporary} include ${folder}/site.conf; }`)
    return ['-c', path.join(folder, 'nginx.conf')]
  },
}

export type Balancer = keyof typeof starts

/** Starts a balancer from the example in `deploy`, with these two servers in the place of the three, and other ports and certificates. Answers its port for https. */
export async function startBalancer(program: Balancer, servers: readonly number[]): Promise<number> {
  const folder = tempFolder()
  certify(folder)
  const ports = [await freePort(), await freePort()] as const
  const child = spawn(program, starts[program](folder, ports, servers), { stdio: 'ignore' })
  onTestFinished(async () => {
    child.kill('SIGTERM')
    if (child.exitCode === null && child.signalCode === null) await once(child, 'exit')
  })
  return ports[1]
}
