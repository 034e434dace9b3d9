import { words } from '../../core/language.ts'

export const orderWords = words({
  zh: {
    open: '调整顺序',
    hint: '按住 ☰ 拖动，或选中后按上下方向键。同队和指挥部会看到新顺序。',
    grip: (title: string, n: number, of: number) => `${title}，第 ${n} 站，共 ${of} 站。按上下方向键移动`,
    moved: (title: string, n: number) => `${title} 移到第 ${n} 站`,
    leg: (km: string) => `距上一站 ${km} 公里`,
    whole: (km: string) => `依次走完直线约 ${km} 公里`,
    save: '保存顺序',
    leave: '不改了',
    changed: '指挥部或同队刚改了路线，下面已是新的。您排的顺序还没有保存，请看过再排。',
  },
  en: {
    open: 'Change the order',
    hint: 'Hold ☰ and drag, or press the up and down arrow keys on it. Your team and headquarters see the new order.',
    grip: (title, n, of) => `${title}, stop ${n} of ${of}. Up and down arrow keys move it`,
    moved: (title, n) => `${title} is now stop ${n}`,
    leg: km => `${km} km from the stop before`,
    whole: km => `About ${km} km in a straight line from stop to stop`,
    save: 'Save the order',
    leave: 'Leave it',
    changed: 'Headquarters or your team has just changed the route, and this is the new one. Your order was not saved; please look and order again.',
  },
})
