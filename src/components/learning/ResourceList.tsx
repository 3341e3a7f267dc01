import { Download, ExternalLink } from 'lucide-react'
import { useFormatter, useTranslations } from 'next-intl'

import { cn } from '@/components/ui/classes'
import { TextLink } from '@/components/ui/TextLink'
import { VisuallyHidden } from '@/components/ui/VisuallyHidden'
import { fileKind, fileSize } from '@/domain/catalog/resources'
import type { Resource } from '@/operations/learning/lessonView'

import { DownloadLine } from './DownloadLine'

/** What goes with a lesson: files with their kind and size, and links with where they lead. */
export const ResourceList = ({
  isKept,
  lesson,
  resources,
}: {
  /** Whether what is taken is counted; not for visitors of a preview. */
  isKept: boolean
  lesson: string
  resources: readonly Resource[]
}) => (
  <ul className="divide-y divide-line border-y border-line">
    {resources.map((resource, place) => (
      <li key={place}>
        {resource.kind === 'file' ? (
          <FileLine file={resource} isKept={isKept} lesson={lesson} />
        ) : (
          <LinkLine link={resource} />
        )}
      </li>
    ))}
  </ul>
)

const LINE =
  'flex min-h-target items-center gap-4 rounded-control py-3 text-text no-underline hover:bg-sunken'

type FileProps = { file: Extract<Resource, { kind: 'file' }>; isKept: boolean; lesson: string }

const FileLine = ({ file: { id, filename, size, title }, isKept, lesson }: FileProps) => {
  const t = useTranslations('learn.resources')
  const format = useFormatter()
  const { unit, value } = fileSize(size ?? 0)
  const about = [
    fileKind(filename),
    size === null ? null : format.number(value, { style: 'unit', unit, unitDisplay: 'short' }),
  ].filter((part) => part !== null)

  const line = (
    <>
      <Download aria-hidden className="size-5 shrink-0 text-muted" strokeWidth={1.5} />
      <Name about={about.join(' · ')} title={title} />
      <VisuallyHidden>{t('download')}</VisuallyHidden>
    </>
  )

  return isKept ? (
    <DownloadLine
      className={cn(LINE, 'justify-start px-0 text-start font-normal')}
      file={id}
      lesson={lesson}
    >
      {line}
    </DownloadLine>
  ) : (
    <TextLink
      className={LINE}
      download
      href={`/api/learn/media/${lesson}?file=${id}`}
      prefetch={false}
      variant="plain"
    >
      {line}
    </TextLink>
  )
}

const LinkLine = ({ link: { title, url } }: { link: Extract<Resource, { kind: 'link' }> }) => {
  const t = useTranslations('learn.resources')

  return (
    <TextLink className={LINE} href={url} target="_blank" variant="plain">
      <ExternalLink aria-hidden className="size-5 shrink-0 text-muted" strokeWidth={1.5} />
      <Name about={new URL(url).hostname.replace(/^www\./, '')} title={title} />
      <VisuallyHidden>{t('opens')}</VisuallyHidden>
    </TextLink>
  )
}

const Name = ({ about, title }: { about: string; title: string }) => (
  <span className="min-w-0 flex-1">
    <bdi className="block font-semibold wrap-anywhere">{title}</bdi>
    <bdi className="block text-sm text-muted">{about}</bdi>
  </span>
)
