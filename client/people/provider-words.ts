import type { LoginTrouble } from '../../shared/people/login.ts'
import { words } from '../core/language.ts'

interface Words {
  with: (name: string) => string
  offer: string
  leaveHint: string
  leave: (name: string) => string
  /** On the page of people. */
  account: (name: string) => string
  accountHint: string
  taken: string
  troubles: (name: string) => Record<LoginTrouble, string>
}

const zh: Words = {
  with: name => `用“${name}”登录`,
  offer: '管理员在您的账号上登记过的，也可以这样登录：',
  leaveHint: '共用的电脑，离开前请把那边也退出：',
  leave: name => `退出“${name}”`,
  account: name => `“${name}”中的账号`,
  accountHint: '填了，本人就能用它登录。',
  taken: '这个账号已登记在别人名下，没有保存。',
  troubles: name => ({
    away: `“${name}”现在没有回应，没有登录。请稍后再试，或用登录链接进入。`,
    nonsense: `“${name}”的回答看不懂，没有登录。请用登录链接进入，并告诉管理员。`,
    untrue: `“${name}”的回答不是给一线的，或不完整、不可信，没有登录。请用登录链接进入，并告诉管理员。`,
    late: '这次登录已过期或已用过。请再点一次按钮。',
    used: `“${name}”说这次登录已用过或已过期。请再点一次按钮。`,
    cancelled: `在“${name}”那边取消了，没有登录。可以再点一次按钮，或用登录链接进入。`,
    another: '这次登录不是在这个浏览器里开始的，或后来又开始过一次。请再点一次按钮。',
    unconfirmed: `“${name}”没有给出已核实的身份信息，不能登录。请先在那边核实，或用登录链接进入。`,
    stranger: `“${name}”认得您，但这里没有账号登记过您。请找管理员登记，或用登录链接进入。`,
    slow_down: '这里登录的次数太多，请一分钟后再试，或用登录链接进入。',
    failed: '服务器出错，没有登录。请再点一次按钮，或用登录链接进入。',
  }),
}
const en: Words = {
  with: name => `Sign in with ${name}`,
  offer: 'If an administrator has noted it on your account, you can also sign in like this:',
  leaveHint: 'On a shared computer, sign out there too before you leave:',
  leave: name => `Sign out of ${name}`,
  account: name => `Name at ${name}`,
  accountHint: 'With it the person can sign in by it.',
  taken: 'This name belongs to another account, so nothing was saved.',
  troubles: name => ({
    away: `${name} does not answer now, so you are not signed in. Try again later, or use a sign-in link.`,
    nonsense: `The answer of ${name} cannot be understood, so you are not signed in. Use a sign-in link, and tell an administrator.`,
    untrue: `The answer of ${name} was not meant for this board, or is incomplete or forged, so you are not signed in. Use a sign-in link, and tell an administrator.`,
    late: 'This sign-in took too long, or was used before. Press the button again.',
    used: `${name} says that this sign-in was used before or has expired. Press the button again.`,
    cancelled: `It was cancelled at ${name}, so you are not signed in. Press the button again, or use a sign-in link.`,
    another: 'This sign-in was not begun in this browser, or another was begun after it. Press the button again.',
    unconfirmed: `${name} has not confirmed who you are, so you cannot be signed in. Confirm it there first, or use a sign-in link.`,
    stranger: `${name} knows you, but no account here has your name from there. Ask an administrator to put it, or use a sign-in link.`,
    slow_down: 'Too many have signed in from here. Try again in a minute, or use a sign-in link.',
    failed: 'The server made a mistake, so you are not signed in. Press the button again, or use a sign-in link.',
  }),
}

export const providerWords = words({ zh, en })
