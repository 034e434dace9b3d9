import type { Evidence, Misfit } from '../../shared/core/evidence.ts'
import { words } from '../core/language.ts'

interface EvidenceWords {
  readonly how: Readonly<Record<NonNullable<Evidence['where']>['how'], string>>
  readonly noPosition: string
  readonly misfits: Readonly<Record<Misfit, string>>
  readonly doubts: string
  readonly original: string
  readonly camera: string
  readonly nothingWritten: string
  readonly cameraAt: string
  readonly device: string
  readonly ahead: (span: string) => string
  readonly behind: (span: string) => string
  readonly hash: string
}

/** What is known of a photo beyond the picture. */
export const evidenceWords = words<EvidenceWords>({
  zh: {
    how: { gps: '手机定位', map: '地图选点', place: '按场所' },
    noPosition: '拍摄时没有定位',
    misfits: { older: '拍摄时间比上传早一小时以上', elsewhere: '拍摄位置与所报位置相距较远', clock: '手机时间与服务器相差五分钟以上' },
    doubts: '照片有不符之处，请核对：',
    original: '原件信息',
    camera: '相机记录的时间',
    nothingWritten: '没有记录',
    cameraAt: '相机记录的位置',
    device: '手机时间',
    ahead: span => `比服务器快 ${span}`,
    behind: span => `比服务器慢 ${span}`,
    hash: '原件 SHA-256',
  },
  en: {
    how: { gps: 'measured by the phone', map: 'chosen on the map', place: 'taken from the place' },
    noPosition: 'No position when it was taken',
    misfits: { older: 'Taken more than an hour before it was added', elsewhere: 'Taken far from the reported position', clock: 'The phone’s clock differs from the server’s by more than five minutes' },
    doubts: 'Something about the photo does not fit; please check:',
    original: 'The original',
    camera: 'Time by the camera',
    nothingWritten: 'not recorded',
    cameraAt: 'Position by the camera',
    device: 'Time by the phone',
    ahead: span => `${span} ahead of the server`,
    behind: span => `${span} behind the server`,
    hash: 'SHA-256 of the original',
  },
})
