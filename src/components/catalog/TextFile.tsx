import { TextLink } from '@/components/ui/TextLink'
import { pictureOf, type ImageFile } from '@/domain/media/pictures'

import { PictureImage } from '../media/PictureImage'

type File = ImageFile & { filename?: null | string; mimeType?: null | string }

const isFile = (value: unknown): value is File => typeof value === 'object' && value !== null

/** A file in a text: an image in its place, sound and film with their controls, anything else to open. */
export const TextFile = ({ file }: { file: unknown }) => {
  if (!isFile(file) || !file.url) {
    return null
  }
  const { alt, filename, mimeType, url } = file
  const picture = pictureOf(file)
  const name = alt || filename || url
  if (picture && !mimeType?.startsWith('video/')) {
    return <PictureImage picture={picture} sizes="(min-width: 720px) 680px, 100vw" />
  }
  if (mimeType?.startsWith('video/')) {
    return <video aria-label={name} className="w-full" controls preload="metadata" src={url} />
  }
  if (mimeType?.startsWith('audio/')) {
    return <audio aria-label={name} className="w-full" controls preload="metadata" src={url} />
  }

  return (
    <p>
      <TextLink href={url} prefetch={false} target="_blank">
        <bdi>{name}</bdi>
      </TextLink>
    </p>
  )
}
