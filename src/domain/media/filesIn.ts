/** An uploaded file as it stands inside a document that names it. */
type File = { alt?: null | string; filename: string; id: string; mimeType?: null | string }

const isFile = (value: object): value is File =>
  'id' in value && typeof value.id === 'string' && 'filename' in value && 'alt' in value

/** The ids of the files that stand in a document, at any depth, each once. */
export const filesIn = (doc: unknown): string[] => {
  const found = new Set<string>()
  withFiles(doc, (file) => {
    found.add(file.id)

    return file
  })

  return [...found]
}

/** The document with each of its files as `say` would have it; what holds none stays the very same. */
export const withFiles = <Doc>(doc: Doc, say: (file: File) => File): Doc => {
  const walk = (value: unknown): unknown => {
    if (Array.isArray(value)) {
      const made = value.map(walk)

      return made.every((one, at) => one === value[at]) ? value : made
    }
    if (typeof value !== 'object' || value === null || value instanceof Date) {
      return value
    }
    if (isFile(value)) {
      return say(value)
    }
    const changed = Object.entries(value).flatMap(([key, before]): [string, unknown][] => {
      const after = walk(before)

      return after === before ? [] : [[key, after]]
    })

    return changed.length > 0 ? { ...value, ...Object.fromEntries(changed) } : value
  }

  return walk(doc) as Doc
}
