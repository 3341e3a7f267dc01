import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'

/** The reader of PDFs; it and its worker come from our own origin, and only where a document is shown. */
export const pdfReader = async () => {
  const reader = await import('pdfjs-dist/legacy/build/pdf.mjs')
  reader.GlobalWorkerOptions.workerSrc = new URL(
    'pdfjs-dist/legacy/build/pdf.worker.min.mjs',
    import.meta.url,
  ).toString()

  return reader
}

export type Pdf = PDFDocumentProxy

/** Opens a document page by page, by ranges of its bytes; a signal closes it. Nothing in it is run. */
export const loadPdf = async (src: string, signal: AbortSignal): Promise<Pdf> => {
  const { getDocument } = await pdfReader()
  const task = getDocument({ disableAutoFetch: true, enableXfa: false, url: src })
  signal.addEventListener('abort', () => void task.destroy())

  return task.promise
}
