'use client'

import { Button } from '@payloadcms/ui'
import dynamic from 'next/dynamic'

import type { Remark } from '@/domain/learning/assignments/reviews'
import type { WorkFile as File } from '@/domain/learning/assignments/workFile'

import type { ReviewWords } from './words'

const MarkedPdf = dynamic(
  async () => (await import('@/components/learning/document/MarkedPdf')).MarkedPdf,
  { ssr: false },
)

type FileProps = {
  file: File
  onPlace: (place: Pick<Remark, 'file' | 'page' | 'x' | 'y'>) => void
  remarks: readonly Remark[]
  words: ReviewWords
}

/** One file of somebody's work: shown, played or read where it stands; a download where nothing can show it. */
export const WorkFile = ({
  file: { id, filename, mimeType, url },
  onPlace,
  remarks,
  words,
}: FileProps) => (
  <figure className="lectern-work-file">
    <figcaption>
      <bdi>{filename}</bdi>{' '}
      <a download={filename} href={url}>
        {words.download}
      </a>
    </figcaption>
    {mimeType.startsWith('image/') && (
      // eslint-disable-next-line @next/next/no-img-element -- its link is for this grader alone, which no optimizer may answer for.
      <img alt={filename} src={url} />
    )}
    {mimeType.startsWith('audio/') && <audio controls preload="metadata" src={url} />}
    {mimeType.startsWith('video/') && <video controls preload="metadata" src={url} />}
    {mimeType === 'application/pdf' && (
      <>
        <p>{words.placeHint}</p>
        <MarkedPdf
          adder={(page, onAdd) => (
            <Button buttonStyle="secondary" margin={false} onClick={onAdd} size="medium">
              {words.addRemark(page)}
            </Button>
          )}
          failed={(again) => (
            <p role="alert">
              {words.pdfFailed}{' '}
              <Button buttonStyle="secondary" margin={false} onClick={again} size="medium">
                {words.retry}
              </Button>
            </p>
          )}
          marks={remarks.flatMap((one, at) =>
            one.file === id ? [{ ...one, number: at + 1 }] : [],
          )}
          onPlace={(place) => onPlace({ ...place, file: id })}
          src={url}
          words={{
            mark: words.remark,
            page: words.page,
          }}
        />
      </>
    )}
  </figure>
)
