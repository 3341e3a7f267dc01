import type { S3Client } from '@aws-sdk/client-s3'

import {
  AbortMultipartUploadCommand,
  CompleteMultipartUploadCommand,
  CreateMultipartUploadCommand,
  HeadObjectCommand,
  ListPartsCommand,
  S3ServiceException,
  UploadPartCommand,
} from '@aws-sdk/client-s3'
import { getSignedUrl } from '@aws-sdk/s3-request-presigner'

import type { ArrivedPart, BucketArrivals } from './types'

import { safeKey } from './key'

type Listed = ArrivedPart & { etag: string }

const isUnknown = (error: unknown): boolean =>
  error instanceof S3ServiceException && error.$metadata.httpStatusCode === 404

/** Files that browsers send to the bucket in parts. */
export const s3Arrivals = ({
  Bucket,
  client,
}: {
  Bucket: string
  client: S3Client
}): BucketArrivals => {
  const list = async (key: string, UploadId: string): Promise<Listed[]> => {
    const found: Listed[] = []
    let PartNumberMarker: string | undefined
    do {
      const page = await client.send(
        new ListPartsCommand({ Bucket, Key: safeKey(key), PartNumberMarker, UploadId }),
      )
      for (const { ETag = '', PartNumber = 0, Size = 0 } of page.Parts ?? []) {
        found.push({ etag: ETag, number: PartNumber, size: Size })
      }
      PartNumberMarker = page.IsTruncated ? page.NextPartNumberMarker : undefined
    } while (PartNumberMarker)

    return found
  }

  const isThere = async (key: string): Promise<boolean> => {
    try {
      await client.send(new HeadObjectCommand({ Bucket, Key: safeKey(key) }))

      return true
    } catch (error) {
      if (isUnknown(error)) {
        return false
      }
      throw error
    }
  }

  return {
    abort: async ({ key, upload }) => {
      try {
        await client.send(
          new AbortMultipartUploadCommand({ Bucket, Key: safeKey(key), UploadId: upload }),
        )
      } catch (error) {
        if (!isUnknown(error)) {
          throw error
        }
      }
    },
    begin: async ({ contentType, key }) => {
      const { UploadId } = await client.send(
        new CreateMultipartUploadCommand({
          Bucket,
          ContentType: contentType,
          Key: safeKey(key),
        }),
      )
      if (!UploadId) {
        throw new Error('The bucket named no upload.')
      }

      return UploadId
    },
    complete: async ({ key, upload }) => {
      if (await isThere(key)) {
        return
      }
      const parts = await list(key, upload)
      await client.send(
        new CompleteMultipartUploadCommand({
          Bucket,
          Key: safeKey(key),
          MultipartUpload: {
            Parts: parts.map(({ etag, number }) => ({ ETag: etag, PartNumber: number })),
          },
          UploadId: upload,
        }),
      )
    },
    parts: ({ key, upload }) => list(key, upload),
    sign: ({ key, number, seconds, upload }) =>
      getSignedUrl(
        client,
        new UploadPartCommand({
          Bucket,
          Key: safeKey(key),
          PartNumber: number,
          UploadId: upload,
        }),
        { expiresIn: seconds },
      ),
    way: 'parts',
  }
}
