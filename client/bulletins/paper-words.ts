import { words } from '../core/language.ts'

interface Words {
  word: string
  excel: string
  print: string
  failed: string
  template: string
  templateHint: string
  templateGet: string
  templatePut: string
  templateBack: string
  sureTemplate: string
  templateKept: string
  templateGone: string
  tags: string
}

const zh: Words = {
  word: 'Word',
  excel: 'Excel',
  print: '打印 / PDF',
  failed: '模板没有变。请检查网络后再试。',
  template: '通报模板',
  templateHint: '下载模板，在 Word 或 WPS 里改文头、字体、栏目，花括号里的标记保留，再上传。',
  templateGet: '下载模板',
  templatePut: '上传模板',
  templateBack: '恢复默认模板',
  sureTemplate: '现在的模板会删除，不能恢复；需要时请先下载。',
  templateKept: '模板已换，下一次下载就用它。',
  templateGone: '已恢复默认模板。',
  tags: '可用标记',
}

const en: Words = {
  word: 'Word',
  excel: 'Excel',
  print: 'Print / PDF',
  failed: 'The template is unchanged; check the network and try again.',
  template: 'Template',
  templateHint: 'Download it, change head, fonts and sections in Word or WPS, keep the tags in braces, and bring it back.',
  templateGet: 'Download the template',
  templatePut: 'Upload a template',
  templateBack: 'Back to the default',
  sureTemplate: 'The present template is deleted for good; download it first if you need it.',
  templateKept: 'The template is changed; the next download uses it.',
  templateGone: 'The default template is back.',
  tags: 'Tags there are',
}

export const paperWords = words({ zh, en })
