/** A file of what was dropped or chosen, and the folders it lies in there. */
export type Dropped = { file: File; path: readonly string[] }

const readAll = (reader: FileSystemDirectoryReader): Promise<FileSystemEntry[]> =>
  new Promise((resolve) => {
    const found: FileSystemEntry[] = []
    // A browser answers at most a hundred at a time, and none at the end.
    const next = (): void =>
      reader.readEntries(
        (some) => {
          found.push(...some)
          if (some.length > 0) {
            next()
          } else {
            resolve(found)
          }
        },
        () => resolve(found),
      )
    next()
  })

const walk = async (entry: FileSystemEntry, path: readonly string[]): Promise<Dropped[]> => {
  if (entry.isFile) {
    const file = await new Promise<File | null>((resolve) =>
      (entry as FileSystemFileEntry).file(resolve, () => resolve(null)),
    )

    return file && !file.name.startsWith('.') ? [{ file, path }] : []
  }
  const inside = await readAll((entry as FileSystemDirectoryEntry).createReader())
  const found = await Promise.all(inside.map((one) => walk(one, [...path, entry.name])))

  return found.flat()
}

/** Every file that was dropped, those of folders with the folders they lie in. */
export const droppedFiles = async (transfer: DataTransfer): Promise<Dropped[]> => {
  const entries = [...transfer.items].flatMap((item) => item.webkitGetAsEntry() ?? [])
  if (entries.length === 0) {
    return [...transfer.files].map((file) => ({ file, path: [] }))
  }

  return (await Promise.all(entries.map((entry) => walk(entry, [])))).flat()
}

/** The same of files that were chosen, also as a whole folder. */
export const chosenFiles = (files: FileList | null): Dropped[] =>
  [...(files ?? [])].map((file) => ({
    file,
    path: file.webkitRelativePath.split('/').slice(0, -1),
  }))
