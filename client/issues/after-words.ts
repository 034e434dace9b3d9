import { words } from '../core/language.ts'

export const afterWords = words({
  zh: {
    lineUp: '对照整改前拍',
    ghost: '整改前照片的浓淡',
    ghostHint: '半透明的是整改前的照片，对齐后再拍。',
    shoot: '拍照',
    shot: (n: number) => `已拍 ${n} 张`,
    done: '完成',
    noCamera: '用不了摄像头：没有得到允许，或这台设备没有。请看着整改前的照片，用手机相机拍。',
    file: '选照片或用手机相机拍',
    recheck: '复查照片',
    recheckHint: '可拍一张；没有可拍的可不拍',
  },
  en: {
    lineUp: 'Line up with the photo before',
    ghost: 'Strength of the photo before',
    ghostHint: 'The half-transparent picture is the photo before. Line up with it, then take yours.',
    shoot: 'Take the photo',
    shot: (n: number) => `${n} taken`,
    done: 'Done',
    noCamera: 'The camera cannot be used: not allowed, or there is none. Look at the photo before and take yours with the phone’s own camera.',
    file: 'Choose a photo, or use the phone’s camera',
    recheck: 'Photo of the re-check',
    recheckHint: 'optional',
  },
})
