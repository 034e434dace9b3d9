import type { Finding } from './finding.ts'
import fs from 'node:fs'
import path from 'node:path'
import process from 'node:process'
import { homesOf } from '../audit/boards.ts'
import { fine, wrong } from './finding.ts'

const secret = ['board.db', 'care.db', 'key', 'care.key', 'push-keys']

/** Whether this user owns and may write the folders and files that matter, and nobody else may read them. */
export function permissions(data: string, folder: string, keyFile: string): Finding[] {
  const files = homesOf(data).flatMap(({ at }) => secret.map(name => path.join(data, at, name)))
  const found = [data, folder, keyFile, ...files].filter(file => fs.existsSync(file)).flatMap(file => [...of(file)])
  return found.length ? found : [fine('目录和密钥只有本用户可以读写。', 'Folders and keys can be read and written by this user only.')]
}

function* of(file: string): Generator<Finding> {
  const { uid, mode } = fs.statSync(file)
  const me = process.getuid?.()
  if (me !== undefined && uid !== me) yield wrong(`${file} 属于用户 ${uid}，不是运行本命令的用户 ${me}。请以运行服务的用户运行本命令；属主确实不对的，请运行 chown。`, `${file} belongs to user ${uid} and not to user ${me}, who runs this command. Run it as the user of the board; if the owner is wrong, use chown.`)
  if (mode & 0o077) yield wrong(`${file} 可被其他用户读取或修改。请运行 chmod go-rwx ${file}。`, `Other users can read or change ${file}. Run "chmod go-rwx ${file}".`)
  try {
    fs.accessSync(file, fs.constants.R_OK | fs.constants.W_OK)
  } catch {
    yield wrong(`${file} 不能读写。请检查属主、权限和磁盘是否只读。`, `${file} cannot be read and written. Check its owner, its permissions and whether the disk is mounted read-only.`)
  }
}
