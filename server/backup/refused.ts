/** For each reason, in Chinese and English: what happened, what is safe and what to do. `what` is a file or folder, `detail` what was found. */
const sentences = {
  key_lost: (what: string) => [
    `找不到备份密钥 ${what}，没有新建。已有的备份都在，但没有这把密钥就打不开。请把保存在别处的密钥放回原处；确已丢失的，请换一个 BACKUP_DIR 重新开始备份。`,
    `The key of the backups ${what} is missing. No new one was made. The backups are there, but only this key opens them. Put it back from where it is kept; if it is lost for good, begin anew with another BACKUP_DIR.`,
  ],
  key_damaged: (what: string) => [
    `备份密钥 ${what} 不能使用：应为 64 位十六进制数字，且只有本用户可读（chmod 600）。没有任何变动。请改正，或换回保存在别处的那一份。`,
    `The key of the backups ${what} cannot be used: it must have 64 hexadecimal digits and be readable by this user only (chmod 600). Nothing was changed. Correct it, or put back the copy that is kept elsewhere.`,
  ],
  key_wrong: (what: string) => [
    `这把密钥不是备份 ${what} 的密钥。没有任何变动。请用 BACKUP_KEY 指定做这份备份时的密钥。`,
    `This is not the key of the backup ${what}. Nothing was changed. Name the key that it was made with in BACKUP_KEY.`,
  ],
  changed: (what: string, detail: string) => [
    `备份 ${what} 有内容被改动或损坏（${detail}），不能使用。没有写成数据目录。请用另一份备份：npm start -- backups 列出全部。`,
    `The backup ${what} was changed or is damaged (${detail}) and cannot be used. No data folder was made of it. Use another one: "npm start -- backups" lists them.`,
  ],
  half: (what: string, detail: string) => [
    `备份 ${what} 不完整（缺少 ${detail}），不能使用。没有写成数据目录。请用另一份备份，或重新复制整个备份目录。`,
    `The backup ${what} is incomplete (${detail} is missing) and cannot be used. No data folder was made of it. Use another one, or copy the whole folder of backups again.`,
  ],
  newer: (what: string) => [
    `备份 ${what} 由更新版本的一线做成，本版本不能恢复。没有任何变动。请安装那个版本（或更新的版本）再恢复。`,
    `The backup ${what} was made by a newer version of this program. Nothing was changed. Install that version or a later one, then restore.`,
  ],
  not_empty: (what: string) => [
    `目录 ${what} 不是空的，没有恢复，里面的内容没有变动。请用 --to 指定一个空目录；要替换现有数据，请先停止服务，把旧目录改名留底。`,
    `The folder ${what} is not empty. Nothing was restored and what it holds is unchanged. Name an empty folder with --to; to replace present data, stop the board and first give the old folder another name.`,
  ],
  none: (what: string) => [
    `${what} 里没有可用的备份。请检查 BACKUP_DIR 是否写对、磁盘是否已挂载。`,
    `There is no usable backup in ${what}. Check that BACKUP_DIR is right and that its disk is mounted.`,
  ],
  no_room: (what: string, detail: string) => [
    `${what} 所在磁盘空间不足，这次没有备份（还差 ${detail}）。服务照常，已有的备份都在。请腾出空间，或把 BACKUP_DIR 设到更大的磁盘。`,
    `The disk that holds ${what} is short of space, so this backup was not made (${detail} more is needed). The board goes on and earlier backups are safe. Free some space, or set BACKUP_DIR to a larger disk.`,
  ],
  no_room_here: (what: string, detail: string) => [
    `${what} 所在磁盘空间不足，没有恢复（还差 ${detail}），已写的部分已删除，备份没有变动。请腾出空间，或用 --to 指定更大的磁盘。`,
    `The disk that holds ${what} is short of space, so nothing was restored (${detail} more is needed); what was written is removed and the backup is unchanged. Free some space, or name a larger disk with --to.`,
  ],
  used: (what: string) => [
    `目录 ${what} 正由另一个进程使用（服务或另一次恢复），没有恢复。请等它结束，或另选目录。`,
    `Another process uses the folder ${what}: a board, or another restore. Nothing was restored. Wait until it ends, or choose another folder.`,
  ],
  running: (what: string) => [
    `${what} 正在进行另一次备份，这次没有做。请等它结束。`,
    `Another backup is running in ${what}, so this one was not made. Wait until it ends.`,
  ],
  damaged: (what: string, detail: string) => [
    `数据库 ${what} 已损坏，这次没有备份，已有的备份都在，也没有清理。请运行 npm start -- check，并按 docs/operate.md 处理。检查结果：${detail}`,
    `The database ${what} is damaged, so this backup was not made; earlier ones are safe and none was removed. Run "npm start -- check" and see docs/operate.md. Found: ${detail}`,
  ],
  unwritable: (what: string, detail: string) => [
    `不能备份到 ${what}（${detail}）。服务照常，已有的备份都在。请检查目录权限、磁盘是否已挂载，或改用别的 BACKUP_DIR。`,
    `Backups cannot be written to ${what} (${detail}). The board goes on and earlier backups are safe. Check its permissions and that its disk is mounted, or choose another BACKUP_DIR.`,
  ],
} as const satisfies Record<string, (what: string, detail: string) => readonly [string, string]>

type Reason = keyof typeof sentences

/** A backup or a restore that cannot be done. The message is for the person who looks after the machine, in both languages. */
export class Refused extends Error {
  constructor(readonly reason: Reason, readonly what: string, readonly detail = '') {
    super(sentences[reason](what, detail).join('\n'))
  }
}
