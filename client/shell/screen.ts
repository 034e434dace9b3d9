/** Which of the two screens a window gets, and how it is fetched: a phone never loads the desk, nor a desk the phone. */
export const narrow = matchMedia('(width < 768px)')
export const loadDesk = () => import('./desk/Desk.vue')
export const loadPhone = () => import('./phone/Phone.vue')
export const loadScreen = () => narrow.matches ? loadPhone() : loadDesk()
