import type { QuarantineNorms } from '../../core/quarantine-norms.ts'

export const quarantine: QuarantineNorms = {
  kinds: ['quarantineSite'],
  guests: 'guest',
  needs: ['infant', 'elder', 'chronic', 'pregnant', 'dialysis'],
  lateMinutes: 15,
  sources: {
    needs: {
      zh: '事件报告：“部分隔离点没有及时配备婴幼儿奶粉、常用药物”；分类由本县自定',
      en: 'The report: “some quarantine sites had no infant formula and common medicine in time”. The groups: the county’s choice',
    },
    late: { zh: '本县自定（虚构，供演练）：比计划晚15分钟算晚点', en: 'The county’s choice (invented for the drill): late 15 minutes after the plan' },
  },
}
