import { readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'

/** A file as it should be; `file` is its path below the repository's root. */
export type GeneratedFile = { file: string; text: string }

/** A file's text, or an empty one where there is no file. */
export const textOf = (file: string): Promise<string> => readFile(file, 'utf8').catch(() => '')

/** Writes the files that differ from what they should be, or with `isCheck` none; answers which those are. */
export const changeFiles = async ({
  files,
  isCheck,
  root,
}: {
  files: readonly GeneratedFile[]
  isCheck: boolean
  root: string
}): Promise<string[]> => {
  const changed: string[] = []
  for (const { file, text } of files) {
    const place = path.join(root, file)
    if ((await textOf(place)) === text) {
      continue
    }
    changed.push(file)
    if (!isCheck) {
      await writeFile(place, text)
    }
  }

  return changed
}
