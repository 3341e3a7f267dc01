import type { Answer } from '@/components/shell/api'
import type { WorkFile } from '@/domain/learning/assignments/workFile'

import { sendFile } from '@/components/shell/sendFile'

/** Sends one file of a draft and tells how far it is, from 0 to 1; a signal ends it. Never throws, as `callApi`. */
export const sendWork = ({
  file,
  lesson,
  number,
  ...telling
}: {
  file: File
  lesson: string
  number: number
  onProgress: (share: number) => void
  signal: AbortSignal
}): Promise<Answer<WorkFile>> => {
  const query = new URLSearchParams({
    name: file.name,
    lesson,
    number: String(number),
    sound: String(file.type.startsWith('audio/')),
  })

  return sendFile(`/api/assignments/files?${query.toString()}`, { file, ...telling })
}
