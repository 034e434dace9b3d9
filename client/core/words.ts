import { words } from './language.ts'

export const baseWords = words({
  zh: { close: '关闭', back: '返回', cancel: '取消', save: '保存', undo: '撤销', all: '全部', none: '不指定', copied: '链接已复制', loading: '正在取得数据 …', you: '我', edit: '修改', more: (n: number) => `再显示（还有 ${n} 条）`, waitingWhy: '已存在这台设备上，联网后自动发送', noAnswer: '连不上服务器，没有保存。请检查网络后再试。', signOut: '退出登录', scan: '扫码签到', noCamera: '用不了摄像头：没有得到允许，或这台设备没有。请直接输入岗位上显示的六位数。', announcements: '通告', sketch: '位置示意图' },
  en: { close: 'Close', back: 'Back', cancel: 'Cancel', save: 'Save', undo: 'Undo', all: 'All', none: 'None', copied: 'Link copied', loading: 'Fetching …', you: 'me', edit: 'Edit', more: (n: number) => `Show more (${n} left)`, waitingWhy: 'Saved on this device; sent once you are online', noAnswer: 'The server cannot be reached; nothing was saved. Check the network and try again.', signOut: 'Sign out', scan: 'Scan the code', noCamera: 'The camera cannot be used: not allowed, or there is none. Type the six digits shown at the post.', announcements: 'Notices', sketch: 'Sketch of the positions' },
})
