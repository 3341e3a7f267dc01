/** The part of s3rver 3.7 that tests use; the package ships no types. */
declare module 's3rver' {
  type Options = {
    address: string
    configureBuckets: { configs: string[]; name: string }[]
    directory: string
    port: number
    silent: boolean
  }

  export default class S3rver {
    constructor(options: Options)
    close(): Promise<void>
    run(): Promise<{ address: string; port: number }>
  }
}
