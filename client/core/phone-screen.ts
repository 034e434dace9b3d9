/** The windows that show the phone's screens: narrow ones, and phones that are turned, up to 932 by 430 pixels; in units of the browser's text size. Styles say the same in words. */
export const phoneScreen = '(width < 48rem), (width < 60rem) and (height < 30rem)'
