/** For each command: its name, the message when it is done, and its verb in the feed. */
export const zoneDeeds = {
  zh: {
    drawZone: ['划定区域', '区域已划定', '划定区域'],
    editZone: ['修改区域', '已修改', '调整区域'],
    liftZone: ['解除区域', '区域已解除', '解除区域'],
    restoreZone: ['恢复区域', '区域已恢复', '恢复区域'],
    splitZone: ['分割区域', '区域已分割', '分割区域'],
    unsplitZone: ['撤销分割', '已撤销分割', '撤销分割区域'],
    mergeZones: ['合并区域', '区域已合并', '合并区域'],
    unmergeZones: ['撤销合并', '已撤销合并', '撤销合并区域'],
    enterLiftFact: ['登记解除条件', '已登记', '登记解除条件'],
    changeLiftCondition: ['修改解除条件', '新条件已生效', '修改解除条件'],
  },
  en: {
    drawZone: ['Draw a zone', 'Zone drawn', 'zone drawn'],
    editZone: ['Edit the zone', 'Saved', 'zone changed'],
    liftZone: ['Lift the zone', 'Zone lifted', 'zone lifted'],
    restoreZone: ['Restore the zone', 'Zone restored', 'zone restored'],
    splitZone: ['Split the zone', 'Zone split', 'zone split'],
    unsplitZone: ['Take the split back', 'Split taken back', 'split of a zone taken back'],
    mergeZones: ['Merge zones', 'Zones merged', 'zones merged'],
    unmergeZones: ['Take the merge back', 'Merge taken back', 'merge of zones taken back'],
    enterLiftFact: ['Enter for a condition', 'Entered', 'condition for lifting entered'],
    changeLiftCondition: ['Change a condition', 'The new version is in force', 'condition for lifting changed'],
  },
} as const
