/** The windows that show the phone's screens: narrow ones, and phones that are turned, up to 932 by 430 pixels. Styles say the same in words. */
export const phoneScreen = '(width < 768px), (width < 960px) and (height < 480px)'
