import { scanner } from '@/adapters/scanner'
import { storage } from '@/adapters/storage'

import type { UploadedFile } from './uploadedFile'

import { streamOf } from './uploadedFile'

/** Whether files of a kind are looked through: documents and pictures are, films and recordings hold nothing that runs. */
export const isScanned = (type: string): boolean => !/^(?:video|audio)\//.test(type)

/** By what name a virus in a file is known; null where there is none, or nothing looks for any. Throws ScannerAway. */
export const virusIn = async (open: () => Promise<AsyncIterable<Uint8Array>>): Promise<null | string> => {
  const looks = scanner()
  const verdict = looks ? await looks.scan(await open()) : 'clean'

  return verdict === 'clean' ? null : verdict.signature
}

/** The same of an object of the storage. */
export const virusAt = (key: string): Promise<null | string> =>
  virusIn(async () => {
    const found = await storage().get({ key })
    if (!found) {
      throw new Error(`The storage has no ${key}.`)
    }

    return found.stream
  })

/** The same of an upload as Payload holds it. */
export const virusInUpload = (file: UploadedFile): Promise<null | string> =>
  virusIn(() => Promise.resolve(streamOf(file)))
