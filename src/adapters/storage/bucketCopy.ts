import type { S3Client } from '@aws-sdk/client-s3'

import {
  AbortMultipartUploadCommand,
  CompleteMultipartUploadCommand,
  CopyObjectCommand,
  CreateMultipartUploadCommand,
  HeadObjectCommand,
  UploadPartCopyCommand,
} from '@aws-sdk/client-s3'

/** The most that one copy may take, in bytes (S3: 5 GiB). */
const MOST_AT_ONCE = 5 * 1024 ** 3

type Copy = {
  Bucket: string
  client: S3Client
  contentType: string
  from: string
  key: string
  /** For tests, which have no five gigabytes. */
  most?: number
}

const sourceOf = (Bucket: string, from: string): string =>
  `${Bucket}/${from.split('/').map(encodeURIComponent).join('/')}`

/** Copies an object inside its bucket, whatever its size; the bytes do not pass this machine. Nothing to do where it is the same. */
export const bucketCopy = async (copy: Copy): Promise<void> => {
  const { Bucket, client, contentType, from, key, most = MOST_AT_ONCE } = copy
  if (from === key) {
    return
  }
  const { ContentLength: size = 0 } = await client.send(
    new HeadObjectCommand({ Bucket, Key: from }),
  )
  if (size > most) {
    await copyInParts({ ...copy, most, size })
  } else {
    await client.send(
      new CopyObjectCommand({
        Bucket,
        ContentType: contentType,
        CopySource: sourceOf(Bucket, from),
        Key: key,
        MetadataDirective: 'REPLACE',
      }),
    )
  }
}

const copyInParts = async ({
  Bucket,
  client,
  contentType,
  from,
  key,
  most,
  size,
}: Copy & { most: number; size: number }): Promise<void> => {
  const { UploadId } = await client.send(
    new CreateMultipartUploadCommand({ Bucket, ContentType: contentType, Key: key }),
  )
  try {
    const Parts: { ETag: string | undefined; PartNumber: number }[] = []
    for (let at = 0; at < size; at += most) {
      const PartNumber = Parts.length + 1
      const { CopyPartResult } = await client.send(
        new UploadPartCopyCommand({
          Bucket,
          CopySource: sourceOf(Bucket, from),
          CopySourceRange: `bytes=${at}-${Math.min(at + most, size) - 1}`,
          Key: key,
          PartNumber,
          UploadId,
        }),
      )
      Parts.push({ ETag: CopyPartResult?.ETag, PartNumber })
    }
    await client.send(
      new CompleteMultipartUploadCommand({
        Bucket,
        Key: key,
        MultipartUpload: { Parts },
        UploadId,
      }),
    )
  } catch (error) {
    await client.send(new AbortMultipartUploadCommand({ Bucket, Key: key, UploadId }))
    throw error
  }
}
