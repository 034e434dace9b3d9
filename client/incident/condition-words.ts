import { words } from '../core/language.ts'

const zh = {
  title: '服务器',
  low: '服务器存储空间不足：照片和批量导入暂停，其他操作照常，数据都在。请系统管理员尽快腾出空间，恢复后自动继续。',
  full: '服务器存储已满：暂时只能查看，已保存的数据都在，各设备上的内容等空间恢复后自动发送。请系统管理员立即腾出空间，不用重启。',
  aside: (id: string, why: string) => `事件 ${id} 没有打开：${why}。它的文件没有变动，其他事件照常。请系统管理员按服务器日志处理。`,
  why: (reason: string) => ({ damaged: '数据库已损坏', empty: '数据库是空文件', database_lost: '数据库文件不在', newer: '数据库由更新的版本写成', not_a_board: '不是一线的数据库' }[reason] ?? '数据库不能使用'),
}
const en: typeof zh = {
  title: 'Server',
  low: 'The server is short of room: photos and imports wait, everything else works and nothing is lost. Ask the system administrator to make room soon; it goes on by itself.',
  full: 'The server’s disk is full: reading only for now. What was saved is safe, and devices send their work once there is room. Ask the system administrator to make room now; no restart is needed.',
  aside: (id, why) => `Incident ${id} is not open: ${why}. Its files are untouched and the other incidents work. The server’s log tells the system administrator what to do.`,
  why: reason => ({ damaged: 'its database is damaged', empty: 'its database is an empty file', database_lost: 'its database is missing', newer: 'a newer version wrote its database', not_a_board: 'its database is not that of a board' }[reason] ?? 'its database cannot be used'),
}

export const conditionWords = words({ zh, en })
