import { words } from '../core/language.ts'

export const verifyWords = words({
  zh: {
    title: '日志校验',
    hint: '逐条核对全部日志与数据目录中的记号、备份中的记号，改动、缺失、插入都能查出来。校验期间看板照常使用。最近一分钟的记录要等下一次。日志存放在 PostgreSQL 的，校验的是数据目录中的副本。',
    now: '现在校验',
    running: (part: number) => `正在校验，约 ${part}%…`,
    never: '还没有校验过。',
    sound: (when: string, rows: string, backups: number) => `完好。${when}校验了 ${rows} 条，${backups ? `并与 ${backups} 份备份比对` : '没有备份可比对'}。`,
    broken: (when: string, n: number) => `${when}校验：${n} 处有问题。请保留数据目录、heads.json 和备份，不要再改动，并报告指挥部。`,
    unread: (when: string, n: number) => `${when}校验：${n} 份备份的清单被改动或无法读取，没有与它们比对。请保留备份，在服务器上运行 verify 查看是哪几份，并报告指挥部。`,
    failed: '这次校验没有做成，原因在服务器日志中。日志没有改动，可以再试一次。',
  },
  en: {
    title: 'Verification of the logs',
    hint: 'Compares every row of all logs with the marks in the data folder and in the backups: changes, gaps and rows put in are found. The board works meanwhile. The last minute is covered next time. Where the logs are kept in PostgreSQL, the copies in the data folder are verified.',
    now: 'Verify now',
    running: part => `Verifying, about ${part} %…`,
    never: 'Never verified yet.',
    sound: (when, rows, backups) => `Sound. ${rows} rows were compared ${when}, ${backups ? `and with ${backups === 1 ? 'one backup' : `${backups} backups`}` : 'with no backup to compare with'}.`,
    broken: (when, n) => `Checked ${when}: ${n === 1 ? 'one log differs' : `${n} logs differ`}. Keep the data folder, heads.json and the backups as they are, and tell headquarters.`,
    unread: (when, n) => `Checked ${when}: ${n === 1 ? 'one backup was changed or cannot be read, so nothing was compared with it' : `${n} backups were changed or cannot be read, so nothing was compared with them`}. Keep the backups as they are, run verify on the server to see which, and tell headquarters.`,
    failed: 'The check could not be made; the server’s log says why. Nothing was changed, and you can try again.',
  },
})
