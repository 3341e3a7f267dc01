import { execFileSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'

/** The text of a PDF, or null on a machine without pdftotext. */
export const textOfPdf = (bytes: Buffer): null | string => {
  const file = path.join(os.tmpdir(), `lectern-${process.pid}.pdf`)
  writeFileSync(file, bytes)
  try {
    return execFileSync('pdftotext', [file, '-'], { encoding: 'utf8' }).normalize('NFC')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') {
      return null
    }
    throw error
  }
}
