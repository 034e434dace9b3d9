/** The tables of opencc-js, `simplified traditional traditional|…`. */
declare module 'opencc-js/dict/*' {
  const table: string
  export default table
}
