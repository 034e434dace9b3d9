import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import process from 'node:process'
import { expect, it } from 'vitest'
import { readConfig } from '../../server/core/config.ts'
import { certify, has } from '../support/balancer.ts'
import { tempFolder } from '../support/temp.ts'

const read = (file: string) => fs.readFileSync(file, 'utf8')
/** The settings that the README lists. */
const settings = new Set([...read('README.md').matchAll(/^\| (`[A-Z_`, ]+`) \|/gm)].flatMap(([, names]) => [...names!.matchAll(/[A-Z_]+/g)].map(([name]) => name)))
const known = (names: readonly string[]) => names.filter(name => name !== 'NODE_ENV' && !settings.has(name))

it('[F94] the example for nginx passes its own check where nginx is at hand, and passes on what the board needs', () => {
  const example = read('docs/examples/nginx.conf')
  for (const line of ['proxy_set_header Host $host;', 'proxy_set_header X-Forwarded-For $proxy_add_x_forwarded_for;', 'proxy_set_header Upgrade $http_upgrade;', 'proxy_pass http://127.0.0.1:8506;', 'client_max_body_size 12m;', 'return 301 https://$host$request_uri;']) expect(example).toContain(line)
  expect(example.split('{').length).toBe(example.split('}').length)
  if (!has('nginx') || !has('openssl')) return
  const at = tempFolder()
  certify(at)
  fs.writeFileSync(path.join(at, 'site.conf'), example.replace('/etc/ssl/board.example.pem', `${at}/cert.pem`).replace('/etc/ssl/private/board.example.key', `${at}/key.pem`))
  fs.writeFileSync(path.join(at, 'nginx.conf'), `pid ${at}/pid; error_log stderr; events {} http { access_log off; include ${at}/site.conf; }`)
  const { status, stderr } = spawnSync('nginx', ['-t', '-c', path.join(at, 'nginx.conf')], { encoding: 'utf8' })
  expect(status, stderr).toBe(0)
})

it('[F94] the example for Caddy passes its own check where Caddy is at hand', () => {
  const example = read('docs/examples/Caddyfile')
  expect(example).toContain('reverse_proxy 127.0.0.1:8506')
  expect(example.split('{').length).toBe(example.split('}').length)
  if (!has('caddy')) return
  const { status, stderr } = spawnSync('caddy', ['adapt', '--adapter', 'caddyfile', '--config', path.resolve('docs/examples/Caddyfile')], { encoding: 'utf8', env: { ...process.env, HOME: tempFolder() } })
  expect(status, stderr).toBe(0)
})

it('[F94] the systemd unit passes its own check where systemd is at hand, and its settings start a board', () => {
  const unit = read('deploy/yixian.service')
  const given = Object.fromEntries([...unit.matchAll(/^Environment=(.+)$/gm)].flatMap(([, all]) => all!.split(' ').map(one => one.split('=') as [string, string])))
  expect(known(Object.keys(given))).toEqual([])
  expect(readConfig(given)).toMatchObject({ TRUST_PROXY: 1, START_WITH: 'empty' })
  for (const line of ['RestartPreventExitStatus=78', 'Restart=always', 'UMask=0077', 'NoNewPrivileges=yes']) expect(unit).toContain(line)
  if (!has('systemd-analyze')) return
  const at = path.join(tempFolder(), 'yixian.service')
  fs.writeFileSync(at, unit.replace('/usr/bin/node', process.execPath))
  const { status, stderr } = spawnSync('systemd-analyze', ['verify', at], { encoding: 'utf8' })
  // Without its bus, as in a container, it cannot check.
  if (!/Failed to (?:initialize manager|connect)/.test(stderr)) expect([status, stderr.split('\n').filter(line => line.includes('yixian'))]).toEqual([0, []])
})

it('[F94] the container file copies what the start reads, runs as no root, and its settings start a board', () => {
  const lines = read('deploy/Containerfile').split('\n').filter(line => line && !line.startsWith('#'))
  for (const line of lines) expect(line).toMatch(/^(?:FROM|WORKDIR|COPY|RUN|USER|ENV|VOLUME|EXPOSE|HEALTHCHECK|CMD) /)
  const given = Object.fromEntries(lines.filter(line => line.startsWith('ENV ')).flatMap(line => line.slice(4).split(' ').map(one => one.split('=') as [string, string])))
  expect(known(Object.keys(given))).toEqual([])
  expect(readConfig({ ...given, PUBLIC_URL: 'https://board.example' })).toMatchObject({ DATA_DIR: '/data', TRUST_PROXY: 1 })
  const copied = lines.filter(line => line.startsWith('COPY --from=build')).map(line => line.split(' ')[2]!.replace('/app/', ''))
  for (const name of ['package.json', 'node_modules', 'dist']) expect(copied).toContain(name)
  // What the server reads from the folder that it is started in.
  const needed = fs.readdirSync('server', { recursive: true, withFileTypes: true }).filter(one => one.isFile() && one.name.endsWith('.ts')).flatMap(one => [...read(path.join(one.parentPath, one.name)).matchAll(/path\.resolve\('([^']+)'/g)].map(([, from]) => from!))
  for (const from of needed) expect(copied.some(one => from === one || from.startsWith(`${one}/`)), from).toBe(true)
  expect(lines.findIndex(line => line === 'USER node')).toBeLessThan(lines.findIndex(line => line.startsWith('CMD ')))
  expect(lines.some(line => line.startsWith('HEALTHCHECK ') && line.includes('/ready'))).toBe(true)
  for (const place of ['/data', '/backups', '/key']) expect(lines.find(line => line.startsWith('VOLUME '))).toContain(`"${place}"`)
})

it('[CL5] [LP2] the balancers of several servers pass their own checks where they are at hand: three servers, whose state is asked for, and each poll reaches the same one', () => {
  const [haproxy, nginx] = [read('deploy/haproxy.cfg'), read('deploy/nginx-nodes.conf')]
  expect([...haproxy.matchAll(/^ {2}server (\w+) [\d.]+:8506 cookie \1$/gm)].map(([, name]) => name)).toEqual(['one', 'two', 'three', 'one', 'two', 'three'])
  for (const line of ['option httpchk GET /ready', 'use_backend any if { nbsrv(nodes) eq 0 }', 'option forwardfor', 'option redispatch']) expect(haproxy).toContain(line)
  expect(haproxy).toMatch(/^ {2}cookie \S+ insert indirect nocache httponly secure/m)
  // Without PostgreSQL no server does all its work: live lines stay, and a request finds one that runs.
  expect(haproxy).not.toContain('shutdown-sessions')
  for (const backend of haproxy.split(/^backend /m).slice(1)) expect(backend).toMatch(/^ {2}retries 2\n {2}option redispatch$/m)
  expect([...nginx.matchAll(/^ {2}server [\d.]+:8506 /gm)]).toHaveLength(3)
  for (const line of ['hash $remote_addr$http_user_agent consistent;', 'proxy_set_header Upgrade $http_upgrade;', 'proxy_pass http://yixian;']) expect(nginx).toContain(line)
  const at = tempFolder()
  if (has('openssl')) certify(at)
  if (has('openssl') && has('haproxy')) {
    fs.writeFileSync(path.join(at, 'board.pem'), read(path.join(at, 'cert.pem')) + read(path.join(at, 'key.pem')))
    fs.writeFileSync(path.join(at, 'haproxy.cfg'), haproxy.replace('/etc/haproxy/board.pem', `${at}/board.pem`))
    const { status, stderr, stdout } = spawnSync('haproxy', ['-c', '-f', path.join(at, 'haproxy.cfg')], { encoding: 'utf8' })
    expect(status, stdout + stderr).toBe(0)
  }
  if (has('openssl') && has('nginx')) {
    fs.writeFileSync(path.join(at, 'site.conf'), nginx.replace('/etc/ssl/board.example.pem', `${at}/cert.pem`).replace('/etc/ssl/private/board.example.key', `${at}/key.pem`))
    fs.writeFileSync(path.join(at, 'nginx.conf'), `pid ${at}/pid; error_log stderr; events {} http { access_log off; include ${at}/site.conf; }`)
    const { status, stderr } = spawnSync('nginx', ['-t', '-c', path.join(at, 'nginx.conf')], { encoding: 'utf8' })
    expect(status, stderr).toBe(0)
  }
})

it('[CL1] the containers of several servers: each has an address of its own, the same database and the same key', () => {
  const text = read('deploy/compose.yaml')
  const urls = [...text.matchAll(/^ {2}(\w+):\n {4}<<: \*node\n {4}environment: \{ <<: \*environment, NODE_URL: '(.+?)' \}\n {4}volumes: \['\1:\/data', 'key:\/deployment:ro'\]$/gm)].map(([, name, url]) => [name, url])
  expect(urls).toEqual(['one', 'two', 'three'].map(name => [name, `http://${name}:8506`]))
  for (const [, url] of urls) expect(readConfig({ STORE: 'postgres://yixian:x@postgres:5432/yixian', NODE_URL: url })).toMatchObject({ NODE_URL: url })
  expect(text).not.toMatch(/\t/)
  if (!has('docker') || spawnSync('docker', ['compose', 'version']).status !== 0) return
  const { status, stderr } = spawnSync('docker', ['compose', '-f', 'deploy/compose.yaml', 'config', '-q'], { encoding: 'utf8', env: { ...process.env, YIXIAN_POSTGRES: 'x' } })
  expect(status, stderr).toBe(0)
})
