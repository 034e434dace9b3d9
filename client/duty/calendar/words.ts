import { words } from '../../core/language.ts'

export const calendarWords = words({
  zh: {
    hint: '手机日历里直接看到自己的班次：报上就出现，退掉就消失，换时间也跟着变。日历大约每 15 分钟到几小时更新一次，以本系统为准。',
    none: '还没有订阅地址。',
    since: (time: string) => `地址生成于 ${time}。地址只在生成时显示一次；忘了就换一个。`,
    make: '生成地址',
    again: '换一个地址',
    end: '停用地址',
    fresh: '地址只显示这一次。谁有这个地址，谁就能看到您的班次，请不要转发。',
    open: '在这台设备的日历中打开',
    copy: '复制地址',
    scan: '用手机扫码订阅',
    sure: '换地址或停用后，用旧地址的日历不再更新。',
  },
  en: {
    hint: 'Your shifts in your own calendar: added, removed and moved as your shifts change. Calendars update every 15 minutes to a few hours; this board is what counts.',
    none: 'There is no address yet.',
    since: (time: string) => `Made ${time}. An address is shown once; if it is lost, make another.`,
    make: 'Make an address',
    again: 'Make another address',
    end: 'End the address',
    fresh: 'The address is shown only once. Anybody with it can read your shifts: do not pass it on.',
    open: 'Open in the calendar of this device',
    copy: 'Copy the address',
    scan: 'Scan with a phone',
    sure: 'Calendars with the old address stop.',
  },
})
