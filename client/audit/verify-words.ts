import { words } from '../core/language.ts'

export const verifyWords = words({
  zh: {
    title: '日志校验',
    hint: '逐条核对全部日志与数据目录中的记号、备份中的记号，改动、缺失、插入都能查出来。校验期间看板照常使用。最近一分钟的记录要等下一次。',
    now: '现在校验',
    running: (part: number) => `正在校验，约 ${part}%…`,
    begun: '已开始校验。',
    never: '还没有校验过。',
    sound: (when: string, rows: string, backups: number) => `完好。${when}校验了 ${rows} 条，${backups ? `并与 ${backups} 份备份比对` : '没有备份可比对'}。`,
    broken: (when: string, n: number) => `${when}校验：${n} 处有问题。请保留数据目录、heads.json 和备份，不要再改动，并报告指挥部。`,
    failed: (why: string) => `上次校验没有做成：${why}。请看服务器日志，再试一次。`,
  },
  en: {
    title: 'Verification of the logs',
    hint: 'Compares every row of all logs with the marks in the data folder and in the backups: changes, gaps and rows put in are found. The board works meanwhile. The last minute is covered next time.',
    now: 'Verify now',
    running: part => `Verifying, about ${part} %…`,
    begun: 'The check has begun.',
    never: 'Never verified yet.',
    sound: (when, rows, backups) => `Sound. ${rows} rows were compared ${when}, ${backups ? `and with ${backups} backups` : 'with no backup to compare with'}.`,
    broken: (when, n) => `Checked ${when}: ${n} logs differ. Keep the data folder, heads.json and the backups as they are, and tell headquarters.`,
    failed: why => `The last check failed: ${why}. Look at the server’s log and try again.`,
  },
})
