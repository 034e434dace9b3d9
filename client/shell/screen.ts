/** Chooses and loads the screen of a window. A phone must never load the desk's code, nor a desk the phone's. */
export const narrow = matchMedia('(width < 768px)')
export const loadDesk = () => import('./desk/Desk.vue')
export const loadPhone = () => import('./phone/Phone.vue')
export const loadScreen = () => narrow.matches ? loadPhone() : loadDesk()
