import { words } from '../core/language.ts'

export const maskWords = words({
  zh: {
    hint: '这张照片已在服务器上。在人脸、车牌、证件上划一下就遮住；也可以点“加一块”，用方向键移动，按住 Shift 改大小。遮挡后所有人都只看到遮挡后的照片，全过程里会记下是谁遮的。',
    asks: '遮住的部分不能恢复。',
    coming: '照片正在遮挡，稍后自动显示',
  },
  en: {
    hint: 'This photo is on the server. Draw over faces, number plates and documents to cover them; or press Add a block and move it with the arrow keys; with Shift they change its size. Everybody then sees only the masked photo, and the timeline says who masked it.',
    asks: 'What is covered cannot be brought back.',
    coming: 'Being masked; it appears by itself',
  },
})
