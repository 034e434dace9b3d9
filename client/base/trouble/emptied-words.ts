import { words } from '../../core/language.ts'

export const emptiedWords = words({
  zh: {
    title: '浏览器清空过这台设备',
    lost: (n: number) => `当时有 ${n} 条没有送达，已随浏览器的存储一起被清掉。送达过的都在服务器上。请补报；在“这台设备”里可请浏览器以后保留。`,
    read: '知道了',
  },
  en: {
    title: 'The browser has emptied this device',
    lost: n => `${n} had not arrived and ${n === 1 ? 'was' : 'were'} cleared with the browser’s storage. What arrived is on the server. Please report the rest again; under “This device” you can ask the browser to keep it from now on.`,
    read: 'I have read this',
  },
})
