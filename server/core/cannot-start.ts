/** For each reason, in Chinese and English: what happened, what is safe and what to do. `what` is the file or folder, `detail` what was found. */
const sentences = {
  in_use: (what: string) => [
    `数据目录 ${what} 正由另一个进程使用，没有启动。那个进程照常运行，数据没有变动。请先停止它，或换一个 DATA_DIR。`,
    `Another process is using the data folder ${what}. That process continues and nothing was changed. Stop it first, or choose another DATA_DIR.`,
  ],
  read_only: (what: string) => [
    `${what} 不能读写，没有启动。数据没有变动。请检查属主、权限和磁盘是否只读，改正后再启动。`,
    `${what} cannot be read and written. Nothing was changed. Check its owner, its permissions and whether the disk is mounted read-only, then start again.`,
  ],
  no_room: (what: string) => [
    `${what} 所在磁盘已满，没有启动。已保存的数据都在。请腾出至少 200 MB 空间，再启动。`,
    `The disk that holds ${what} is full. Saved data is safe. Free at least 200 MB, then start again.`,
  ],
  foreign_folder: (what: string) => [
    `目录 ${what} 里有别的文件，没有 board.db，没有启动，也没有新建任何文件。请把 DATA_DIR 设为空目录，或一线原来的数据目录。`,
    `The folder ${what} holds other files and no board.db. Nothing was created in it. Set DATA_DIR to an empty folder, or to the data folder of a board.`,
  ],
  database_lost: (what: string) => [
    `${what} 里有密钥、照片、模板或其他事件，但没有 board.db，没有启动，也没有新建数据库。其余文件没有变动。请把备份的 board.db 放回原处；确要重新开始，请换一个空目录。`,
    `The folder ${what} holds a key, photos, templates or incidents, but its board.db is missing. No new one was made and the rest is unchanged. Restore board.db from a backup; to start afresh, choose an empty folder.`,
  ],
  half_restored: (what: string) => [
    `目录 ${what} 正在恢复备份，或恢复中断了，还不完整，没有启动。备份没有变动。请等恢复结束；中断了的，请再运行一次恢复。`,
    `The folder ${what} is being restored from a backup, or that was interrupted; it is not complete. The backup is unchanged. Wait until it ends, or run the restore again.`,
  ],
  empty: (what: string) => [
    `数据库 ${what} 是空文件，没有启动，也没有重新建库。照片和密钥没有变动。请用备份的数据库替换它。`,
    `The database ${what} is an empty file. No new one was made; photos and key are unchanged. Replace it with a backup.`,
  ],
  no_incident: (what: string) => [
    `数据库 ${what} 里没有任何事件，没有启动，也没有新建事件。文件没有变动。请用备份的数据库替换它；确要重新开始，请换一个空目录。`,
    `The database ${what} holds no incident. No new one was opened and the file is unchanged. Replace it with a backup; to start afresh, choose an empty folder.`,
  ],
  not_a_board: (what: string) => [
    `${what} 不是一线的数据库，没有启动，文件没有变动。请检查 DATA_DIR，或用备份的 board.db 替换它。`,
    `${what} is not the database of a board. The file is unchanged. Check DATA_DIR, or replace the file with a backup of board.db.`,
  ],
  damaged: (what: string, detail: string) => [
    `数据库 ${what} 已损坏，没有启动，文件没有变动。请先复制整个数据目录留底，再用最近的备份替换它（同时移走旁边的 -wal、-shm 文件）。各设备上没发出的内容仍在设备上。检查结果：${detail}`,
    `The database ${what} is damaged. The file is unchanged. First copy the whole data folder to another place, then replace the file with the newest backup and move its -wal and -shm files away. Unsent work is still on people's devices. Found: ${detail}`,
  ],
  sqlite_old: (what: string, detail: string) => [
    `本程序装的 SQLite 是 ${detail}，低于 ${what} 的版本可能损坏数据库，没有启动，数据没有变动。请按 package-lock.json 重新安装：在程序目录运行 npm ci，再启动。`,
    `The SQLite of this program is ${detail}; versions before ${what} can damage a database. Nothing was changed. Install what package-lock.json names: run "npm ci" in the folder of the program, then start again.`,
  ],
  newer: (what: string) => [
    `数据库 ${what} 由更新版本的一线写成，本版本不能使用，没有启动，文件没有变动。请用那个版本（或更新的版本）启动。`,
    `The database ${what} was written by a newer version of this program. The file is unchanged. Start that version or a later one.`,
  ],
  key_lost: (what: string) => [
    `找不到密钥文件 ${what}，没有启动，也没有新建密钥。业务数据都在，但姓名和电话须用原来的密钥才能读取。请把备份的密钥放回原处；密钥确已丢失的，见 README“Lost key”。`,
    `The key file ${what} is missing. No new key was made. The board is safe, but names and phones can only be read with the old key. Restore the key from its backup; if it is lost for good, see "Lost key" in the README.`,
  ],
  key_wrong: (what: string) => [
    `密钥文件 ${what} 不是这个数据库的密钥，没有启动。数据库和密钥文件都没有变动。请换回与这个数据库同一数据目录的密钥；密钥确已丢失的，见 README“Lost key”。`,
    `The key file ${what} is not the key of this database. Neither was changed. Put back the key that belongs to this data folder; if it is lost for good, see "Lost key" in the README.`,
  ],
  key_damaged: (what: string) => [
    `密钥文件 ${what} 已损坏（应为 64 位十六进制数字），没有启动，没有任何变动。请用备份的密钥替换它；密钥确已丢失的，见 README“Lost key”。`,
    `The key file ${what} is damaged: 64 hexadecimal digits are expected. Nothing was changed. Replace it with its backup; if it is lost for good, see "Lost key" in the README.`,
  ],
  key_open: (what: string) => [
    `密钥文件 ${what} 可被其他用户读取，没有启动，没有任何变动。请运行 chmod 600 ${what}，再启动。`,
    `The key file ${what} can be read by other users. Nothing was changed. Run "chmod 600 ${what}", then start again.`,
  ],
  no_backup: (what: string, detail: string) => [
    `升级会改动数据表，但升级前的备份没有做成，没有启动，数据没有变动。请先处理下面的原因，再启动；确要不备份就升级，请先自行复制数据目录，再设 UPGRADE_WITHOUT_BACKUP=yes 启动一次。备份目录：${what}。原因：${detail}`,
    `This upgrade changes the tables, and the backup before it could not be made in ${what}. Nothing was changed. Solve what is named above, then start again; to upgrade without a backup, copy the data folder by hand first and start once with UPGRADE_WITHOUT_BACKUP=yes.`,
  ],
  push_keys_damaged: (what: string) => [
    `推送密钥文件 ${what} 是空的或已损坏，没有启动，没有任何变动。请用备份替换它；没有备份的，删除它再启动：会新建密钥，各设备下次打开一线时重新登记通知。`,
    `The file of the push keys ${what} is empty or damaged. Nothing was changed. Replace it with its backup; without one, remove it and start: new keys are made, and each device registers for pushes again when it next opens the board.`,
  ],
  store_away: (what: string, detail: string) => [
    `连接不上 PostgreSQL ${what}，没有启动。数据没有变动。请检查它是否在运行、地址和密码是否正确；它恢复后再启动。原因：${detail}`,
    `PostgreSQL at ${what} cannot be reached. Nothing was changed. Check that it runs, and the address and password; start again once it answers. Found: ${detail}`,
  ],
  store_refused: (what: string, detail: string) => [
    `PostgreSQL ${what} 不让登录或没有权限，没有启动。数据没有变动。请检查设置 STORE 里的用户、密码和库名，以及该用户对库的权限（须能建表）。原因：${detail}`,
    `PostgreSQL at ${what} refuses this user. Nothing was changed. Check user, password and database in the setting STORE, and the rights of the user, who makes tables. Found: ${detail}`,
  ],
  store_old: (what: string, detail: string) => [
    `${what} 的 PostgreSQL 版本是 ${detail}，一线需要 15 或更新的版本，没有启动。数据没有变动。`,
    `PostgreSQL at ${what} has version ${detail}; version 15 or later is needed. Nothing was changed.`,
  ],
  store_unsafe: (what: string, detail: string) => [
    `${what} 的 PostgreSQL 不能保证已确认的内容在断电后还在（${detail}），没有启动。数据没有变动。请改正这项设置，或连接主库，再启动。`,
    `PostgreSQL at ${what} may lose what was acknowledged (${detail}). Nothing was changed. Correct the setting or connect to the primary, then start again.`,
  ],
  store_in_use: (what: string) => [
    `另一个一线服务正在使用 PostgreSQL ${what} 里的看板，没有启动。那个服务照常运行。请先停止它。`,
    `Another server uses the boards in PostgreSQL at ${what}. It continues. Stop it first.`,
  ],
  writer_elsewhere: (what: string) => [
    `PostgreSQL ${what} 里的看板现由另一台服务器写入，本机停下，由系统重新启动后跟随它。已确认的内容都在。`,
    `Another server of this deployment now writes to the boards in PostgreSQL at ${what}. This one ends, to follow it after it is started again. Nothing that was acknowledged is lost.`,
  ],
  store_together: (what: string) => [
    `PostgreSQL ${what} 由几台服务器共用，而没有设置 NODE_URL，没有启动，没有任何变动。请设置 NODE_URL（其他服务器访问本机的地址）。`,
    `Several servers share PostgreSQL at ${what}, and NODE_URL is not set. Nothing was changed. Set NODE_URL to the address at which the others reach this server.`,
  ],
  store_other: (what: string, detail: string) => [
    `数据目录 ${what} 和设置 STORE 里的 PostgreSQL 不是一套，没有启动，没有任何变动。两边要么都是新的，要么是同一套。${detail}`,
    `The data folder ${what} does not belong to the PostgreSQL of the setting STORE. Nothing was changed. Both must be new, or belong together. ${detail}`,
  ],
  store_elsewhere: (what: string, detail: string) => [
    `数据目录 ${what} 的看板已移到 PostgreSQL（${detail}），而没有设置 STORE，没有启动，没有任何变动。请设置 STORE；要移回本机，请运行 npm start -- move --from postgres://… 。`,
    `The boards of the data folder ${what} are in PostgreSQL (${detail}), and STORE is not set. Nothing was changed. Set STORE, or move them back: npm start -- move --from postgres://…`,
  ],
  store_not_moved: (what: string) => [
    `数据目录 ${what} 的看板还在本机，而设置了 STORE，没有启动，没有任何变动。请先运行 npm start -- move --to postgres://… 移过去，或去掉 STORE。`,
    `The boards of the data folder ${what} are still in it, and STORE is set. Nothing was changed. First move them: npm start -- move --to postgres://…, or take STORE away.`,
  ],
} as const satisfies Record<string, (what: string, detail: string) => readonly [string, string]>

export type Reason = keyof typeof sentences

/** Stops a start that could do harm. The message is for the person who starts the board, in both languages. */
export class CannotStart extends Error {
  constructor(readonly reason: Reason, readonly what: string, readonly detail = '') {
    super(sentences[reason](what, detail).join('\n'))
  }

  /** True if a supervisor should try again: the other process may end, or space may become free. */
  get passing(): boolean {
    return ['in_use', 'no_room', 'store_away', 'store_in_use', 'writer_elsewhere'].includes(this.reason)
  }
}
