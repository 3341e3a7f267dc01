/** A font file: the address under which it is served. */
declare module '*.woff2' {
  const url: string
  export default url
}
