/** Bytes that are gathered before they are written. */
export const BLOCK_BYTES = 1024 ** 2

/** How many blocks there are for those who write past the page cache at once; further ones go without. */
const SHARED = 64

const WASM_PAGE = 64 * 1024

let free: Buffer[] | null = null

/** The memory of WebAssembly begins on a page, as no other of JavaScript's is sure to; untouched, it takes no room. */
const shared = (): Buffer[] => {
  if (!free) {
    const pages = (BLOCK_BYTES * SHARED) / WASM_PAGE
    const { buffer } = new WebAssembly.Memory({ initial: pages, maximum: pages })
    free = Array.from({ length: SHARED }, (_, at) =>
      Buffer.from(buffer, at * BLOCK_BYTES, BLOCK_BYTES),
    )
  }

  return free
}

/** Two blocks to be filled in turn; `isAligned` says whether they may be written past the page cache. Given back with `freeBlocks`. */
export type Blocks = { isAligned: boolean; pair: [Buffer, Buffer] }

export const takeBlocks = (): Blocks => {
  const [one, two] = shared().splice(-2)

  return one && two
    ? { isAligned: true, pair: [one, two] }
    : { isAligned: false, pair: [Buffer.allocUnsafe(BLOCK_BYTES), Buffer.allocUnsafe(BLOCK_BYTES)] }
}

export const freeBlocks = ({ isAligned, pair }: Blocks): void => {
  if (isAligned) {
    shared().push(...pair)
  }
}
