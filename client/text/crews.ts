import { words } from './lang.ts'

export const crewWords = words({
  zh: {
    title: '队伍',
    hint: '和认识的人一起报班：队长一键为全队报名，名额不够或有人不能上，就一个也不报。',
    members: (n: number) => `${n} 人`,
    leader: '队长',
    remove: (name: string) => `把 ${name} 移出队伍`,
    others: '加入别的队伍',
    noOthers: '还没有别的队伍。',
    name: '队伍名称',
    nameHint: '如：青年党员突击队',
    invite: '队友打开“我的班次”，在“加入别的队伍”里点“加入”。',
    claim: (crew: string, n: number) => `${crew} 全队报名（${n} 人）`,
    because: (name: string, sentence: string) => `${name}：${sentence}`,
    left: (n: string, all: number) => `只剩 ${n} 个名额，全队 ${all} 人报不下。可以换一班，或让几个人单独报名。`,
  },
  en: {
    title: 'Teams',
    hint: 'Take shifts together: the leader signs everybody up in one tap. If there is no room for all, or somebody may not, nobody is signed up.',
    members: (n: number) => `${n} people`,
    leader: 'Leader',
    remove: (name: string) => `Take ${name} off the team`,
    others: 'Join another team',
    noOthers: 'There is no other team yet.',
    name: 'Name of the team',
    nameHint: 'For example: Youth team',
    invite: 'The others open “My shifts” and press Join under “Join another team”.',
    claim: (crew: string, n: number) => `Sign up ${crew} (${n})`,
    because: (name: string, sentence: string) => `${name}: ${sentence}`,
    left: (n: string, all: number) => `${n} places are left, too few for all ${all}. Choose another shift, or let some sign up alone.`,
  },
})
