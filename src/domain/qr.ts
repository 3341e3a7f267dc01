/** A QR code as one path of dark modules in a square of `size` modules. */
export type QrPath = { path: string; size: number }
