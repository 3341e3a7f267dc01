import { execFile } from 'node:child_process'
import { promisify } from 'node:util'

/** The text of a PDF by poppler's pdftotext, without its marks of direction. */
export const pdfText = async (pdf: Buffer): Promise<string> => {
  const run = promisify(execFile)('pdftotext', ['-', '-'])
  run.child.stdin?.end(pdf)

  return (await run).stdout.replace(/[\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, '')
}

/** A reader of PDFs may set spaces of its own between right-to-left words and figures. */
export const squashed = (text: string): string => text.replaceAll(/\s+/g, '')
