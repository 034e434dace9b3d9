/** For each command: its name, the message when it is done, and its verb in the feed. */
export const registerDeeds = {
  zh: {
    addPlace: ['登记场所', '场所已登记', '登记场所'],
    importPlaces: ['导入场所', '场所已导入', '导入场所'],
    editTownship: ['修改镇街联系方式', '已修改', '修改镇街联系方式'],
    rememberWords: ['记住用词', '用词已记住', '确认名单用词'],
    editPlace: ['修改场所', '已修改', '修改场所'],
    movePlace: ['移动位置', '已移到新位置', '调整位置'],
    retirePlace: ['停用场所', '场所已停用', '停用场所'],
    withdrawPlaces: ['撤销导入', '导入已撤销', '撤销导入的场所'],
    restorePlaces: ['恢复场所', '场所已恢复', '恢复场所'],
    restorePlace: ['恢复场所', '场所已恢复', '恢复场所'],
  },
  en: {
    addPlace: ['Add a place', 'Place added', 'place added'],
    importPlaces: ['Import places', 'Places imported', 'places imported'],
    editTownship: ['Edit the township’s contact', 'Saved', 'contact of a township edited'],
    rememberWords: ['Remember the words', 'Words remembered', 'words of a list confirmed'],
    editPlace: ['Edit the place', 'Saved', 'place edited'],
    movePlace: ['Move', 'Moved', 'place moved'],
    retirePlace: ['Retire the place', 'Place retired', 'place retired'],
    withdrawPlaces: ['Undo the import', 'Import undone', 'import of places undone'],
    restorePlaces: ['Restore the places', 'Places restored', 'places restored'],
    restorePlace: ['Restore the place', 'Place restored', 'place restored'],
  },
} as const
