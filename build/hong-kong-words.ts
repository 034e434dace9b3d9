interface Replacement {
  /** In Traditional characters, as the library writes it. */
  readonly from: string
  readonly to: string
  readonly why: string
}

const computing = 'the word of computers that Hong Kong and Macao use'
const writing = 'the usual form in both places'
const office = 'how an office there says it'
const mainland = 'a word of mainland offices, not used there'

/** Words that officials of Hong Kong or Macao would not use, and what they say. The names of the county’s own offices stay. */
export const instead: readonly Replacement[] = [
  { from: '登錄', to: '登入', why: computing },
  { from: '退出登錄', to: '登出', why: computing },
  { from: '賬户', to: '帳戶', why: writing },
  { from: '賬號', to: '帳號', why: computing },
  { from: '台賬', to: '帳冊', why: mainland },
  { from: '信息', to: '資訊', why: computing },
  { from: '個人信息', to: '個人資料', why: 'as in the privacy ordinance of Hong Kong and the law of Macao' },
  { from: '視頻', to: '影片', why: computing },
  { from: '默認', to: '預設', why: computing },
  { from: '打印', to: '列印', why: computing },
  { from: '鏈接', to: '連結', why: computing },
  { from: '數據', to: '資料', why: 'on a screen the content is 資料; 數據 is statistics' },
  { from: '數據庫', to: '資料庫', why: computing },
  { from: '文件', to: '檔案', why: 'a file of a computer; 文件 is a paper' },
  { from: '文件夾', to: '資料夾', why: computing },
  { from: '導入', to: '匯入', why: computing },
  { from: '導出', to: '匯出', why: computing },
  { from: '保存', to: '儲存', why: computing },
  { from: '刷新', to: '重新整理', why: computing },
  { from: '粘貼', to: '貼上', why: computing },
  { from: '上傳', to: '上載', why: 'Hong Kong and Macao; Taiwan says 上傳' },
  { from: '服務器', to: '伺服器', why: computing },
  { from: '設備', to: '裝置', why: computing },
  { from: '聯網', to: '連線', why: computing },
  { from: '程序', to: '程式', why: computing },
  { from: '單元格', to: '儲存格', why: computing },
  { from: '表頭', to: '標題列', why: computing },
  { from: '模板', to: '範本', why: computing },
  { from: '短信', to: '短訊', why: computing },
  { from: '屏幕', to: '螢幕', why: computing },
  { from: '大屏', to: '大螢幕', why: computing },
  { from: '攝像頭', to: '鏡頭', why: computing },
  { from: '支持', to: '支援', why: computing },
  { from: '搜索', to: '搜尋', why: computing },
  { from: '聯繫', to: '聯絡', why: office },
  { from: '志願者', to: '義工', why: office },
  { from: '排班', to: '編更', why: office },
  { from: '班次', to: '更次', why: office },
  { from: '值守', to: '當值', why: office },
  { from: '複查', to: '覆查', why: writing },
  { from: '整改', to: '改善', why: mainland },
  { from: '銷號', to: '結案', why: mainland },
  { from: '掛賬', to: '暫緩', why: mainland },
  { from: '督辦函', to: '催辦函', why: mainland },
  { from: '督辦', to: '催辦', why: mainland },
  { from: '底數', to: '基本', why: 'mainland word for the register to start from: 底數名單 is 基本名單' },
  { from: '運營', to: '營運', why: office },
  { from: '農貿市場', to: '街市', why: office },
  { from: '養老院', to: '安老院', why: office },
  { from: '消殺', to: '消毒', why: mainland },
  { from: '流調', to: '流行病學調查', why: 'a short form that is not understood there' },
  { from: '密接', to: '密切接觸者', why: 'a short form that is not understood there' },
  { from: '週一', to: '星期一', why: office },
  { from: '衞', to: '衛', why: 'Macao writes 衛, and Hong Kong reads both' },
  { from: '户', to: '戶', why: writing },
  { from: '麪', to: '麵', why: writing },
  { from: '説', to: '說', why: writing },
  { from: '羣', to: '群', why: writing },
  { from: '峯', to: '峰', why: writing },
  { from: '啓', to: '啟', why: writing },
  { from: '“', to: '「', why: writing },
  { from: '”', to: '」', why: writing },
]
