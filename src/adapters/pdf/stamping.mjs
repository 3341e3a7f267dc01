import { parentPort, workerData } from 'node:worker_threads'

import { degrees, ParseSpeeds, PDFDocument } from '@cantoo/pdf-lib'

/**
 * The thread of `stampPdf`: sets the one page of `mark` at the foot of each page of `bytes`, upright as that page is read, and the
 * code among the document's keywords. Answers the new bytes.
 * @type {{ bytes: Uint8Array, code: string, mark: Uint8Array }}
 */
const { bytes, code, mark } = workerData

/** How much of the width that is seen the mark takes at most. */
const SHARE = 0.92

/** How far it stands from the edge, in points. */
const MARGIN = 5

/**
 * Where the mark stands in a page's own coordinates, which turn with it (ISO 32000-2, 7.7.3.3).
 * @param {import('@cantoo/pdf-lib').PDFPage} page
 * @param {import('@cantoo/pdf-lib').PDFEmbeddedPage} stamp
 */
const placeOn = (page, stamp) => {
  const { height, width, x, y } = page.getCropBox()
  const turn = ((page.getRotation().angle % 360) + 360) % 360
  const seen = turn % 180 === 0 ? width : height
  const scale = Math.min(1, (seen * SHARE) / stamp.width)
  const across = (seen - stamp.width * scale) / 2
  /** @type {Record<number, [number, number]>} */
  const corners = {
    0: [x + across, y + MARGIN],
    90: [x + width - MARGIN, y + across],
    180: [x + width - across, y + height - MARGIN],
    270: [x + MARGIN, y + height - across],
  }
  const [left, bottom] = corners[turn] ?? [x + across, y + MARGIN]

  return { rotate: degrees(turn), x: left, xScale: scale, y: bottom, yScale: scale }
}

const document = await PDFDocument.load(bytes, {
  parseSpeed: ParseSpeeds.Fastest,
  password: '',
  updateMetadata: false,
})
const [stamp] = await document.embedPdf(mark)
if (!stamp) {
  throw new Error('The mark has no page.')
}
for (const page of document.getPages()) {
  page.drawPage(stamp, placeOn(page, stamp))
}
document.setKeywords([document.getKeywords() ?? '', code].filter(Boolean))
const made = await document.save({ objectsPerTick: Infinity })
parentPort?.postMessage(made, [/** @type {ArrayBuffer} */ (made.buffer)])
