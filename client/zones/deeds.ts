/** For each command: its name, the message when it is done, and its verb in the feed. */
export const zoneDeeds = {
  zh: {
    drawZone: ['划定区域', '区域已划定', '划定区域'],
    editZone: ['修改区域', '已修改', '调整区域'],
    liftZone: ['解除区域', '区域已解除', '解除区域'],
    restoreZone: ['恢复区域', '区域已恢复', '恢复区域'],
  },
  en: {
    drawZone: ['Draw a zone', 'Zone drawn', 'zone drawn'],
    editZone: ['Edit the zone', 'Saved', 'zone changed'],
    liftZone: ['Lift the zone', 'Zone lifted', 'zone lifted'],
    restoreZone: ['Restore the zone', 'Zone restored', 'zone restored'],
  },
} as const
