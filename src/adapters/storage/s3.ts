import {
  DeleteObjectCommand,
  GetObjectCommand,
  HeadObjectCommand,
  ListObjectsV2Command,
  PutObjectCommand,
  S3Client,
  S3ServiceException,
} from '@aws-sdk/client-s3'
import { ReadStream } from 'node:fs'
import { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'

import type { ObjectHead, Storage } from './types'

import { safeKey } from './key'
import { bucketCopy } from './bucketCopy'
import { s3Arrivals } from './s3Arrivals'

export type S3Options = {
  accessKeyId: string
  bucket: string
  /** Any S3-compatible server, addressed by path; AWS itself when absent. */
  endpoint?: string
  region: string
  secretAccessKey: string
}

const orNull = async <T>(run: Promise<T>): Promise<null | T> => {
  try {
    return await run
  } catch (error) {
    if (error instanceof S3ServiceException && error.$metadata.httpStatusCode === 404) {
      return null
    }
    throw error
  }
}

type Answer = { ContentLength?: number; ContentType?: string; ETag?: string; LastModified?: Date }

const headOf = (answer: Answer, size: number): ObjectHead => ({
  contentType: answer.ContentType ?? 'application/octet-stream',
  etag: answer.ETag ?? `"${size.toString(36)}"`,
  modifiedAt: answer.LastModified ?? new Date(0),
  size,
})

/** `bytes 0-9/120` → 120. */
const wholeSize = (contentRange: string | undefined): number | undefined => {
  const size = Number(contentRange?.split('/')[1])

  return Number.isInteger(size) ? size : undefined
}

/** Objects in one bucket of an S3-compatible store, one key prefix per school. */
export const s3Storage = (options: S3Options): Storage => {
  const { accessKeyId, bucket: Bucket, endpoint, region, secretAccessKey } = options
  const client = new S3Client({
    credentials: { accessKeyId, secretAccessKey },
    endpoint,
    forcePathStyle: Boolean(endpoint),
    region,
    // Stores other than AWS do not know the newer checksum headers.
    requestChecksumCalculation: 'WHEN_REQUIRED',
    responseChecksumValidation: 'WHEN_REQUIRED',
  })

  return {
    adopt: ({ contentType, from, key }) =>
      bucketCopy({ Bucket, client, contentType, from: safeKey(from), key: safeKey(key) }),
    arrivals: s3Arrivals({ Bucket, client }),
    delete: async (key) => {
      await orNull(client.send(new DeleteObjectCommand({ Bucket, Key: safeKey(key) })))
    },
    deleteFolder: async (folder) => {
      const Prefix = `${safeKey(folder)}/`
      let next: string | undefined
      do {
        const page = await client.send(
          new ListObjectsV2Command({ Bucket, ContinuationToken: next, Prefix }),
        )
        for (const { Key } of page.Contents ?? []) {
          await client.send(new DeleteObjectCommand({ Bucket, Key }))
        }
        next = page.NextContinuationToken
      } while (next)
    },
    get: async ({ key, range }) => {
      const Range = range && `bytes=${range.start}-${range.end}`
      const answer = await orNull(
        client.send(new GetObjectCommand({ Bucket, Key: safeKey(key), Range })),
      )
      if (!(answer?.Body instanceof Readable)) {
        return null
      }
      const size = wholeSize(answer.ContentRange) ?? answer.ContentLength ?? 0

      return { ...headOf(answer, size), range, stream: answer.Body }
    },
    head: async (key) => {
      const answer = await orNull(client.send(new HeadObjectCommand({ Bucket, Key: safeKey(key) })))

      return answer && headOf(answer, answer.ContentLength ?? 0)
    },
    async *list(folder) {
      const Prefix = folder === undefined ? undefined : `${folder}/`
      let next: string | undefined
      do {
        const page = await client.send(
          new ListObjectsV2Command({ Bucket, ContinuationToken: next, Prefix }),
        )
        for (const { ETag, Key, LastModified, Size } of page.Contents ?? []) {
          yield {
            etag: ETag ?? `"${(Size ?? 0).toString(36)}"`,
            key: Key ?? '',
            modifiedAt: LastModified ?? new Date(0),
            size: Size ?? 0,
          }
        }
        next = page.NextContinuationToken
      } while (next)
    },
    pathOf: () => null,
    put: async ({ body, contentType, key }) => {
      await client.send(
        new PutObjectCommand({
          // A put must know its length: of a file the client finds it, any other stream is gathered.
          Body: Buffer.isBuffer(body) || body instanceof ReadStream ? body : await buffer(body),
          Bucket,
          ContentType: contentType,
          Key: safeKey(key),
        }),
      )
    },
  }
}
