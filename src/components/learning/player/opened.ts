import type { OpenedVideo } from '@/operations/learning/openVideo'

/** What a player may do: play the file as it is, or a stream; wait; or nothing, for the reason of `code`. */
export type Opened =
  | { code: string; kind: 'refused' }
  | { kind: 'failed' }
  | { kind: 'file' }
  | { kind: 'opening' }
  | { kind: 'stream'; opened: OpenedVideo }
