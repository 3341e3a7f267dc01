/** What stands in the place of what a form began from: who wrote it (null: nobody of the school), and when, as ISO 8601. */
export type Newer = { editor: null | string; updatedAt: string }

type Said = {
  doc?: { updatedAt?: string }
  errors?: { data?: Partial<Newer> & { code?: string } }[]
}

const bodyOf = async (answer: Response): Promise<Said> => {
  try {
    return (await answer.clone().json()) as Said
  } catch {
    return {}
  }
}

const pathOf = (input: RequestInfo | URL): string =>
  new URL(input instanceof Request ? input.url : input, window.location.href).pathname

/**
 * Has every save of a document from this page say what it began from, one after the other: `basis` is the
 * `updatedAt` that its form shows. Answers how the basis is set by hand, and how all of it ends.
 */
export const watchSaves = ({
  basis: first,
  onNewer,
  path,
}: {
  basis: null | string
  onNewer: (newer: Newer) => void
  path: string
}): { stop: () => void; take: (basis: string) => void } => {
  const before = window.fetch.bind(window)
  let basis = first
  let last: Promise<unknown> = Promise.resolve()
  const save = async (input: RequestInfo | URL, init: RequestInit): Promise<Response> => {
    const headers = new Headers(init.headers)
    if (basis) {
      headers.set('If-Match', `"${basis}"`)
    }
    const answer = await before(input, { ...init, headers })
    const { doc, errors } = await bodyOf(answer)
    const newer = errors?.[0]?.data
    if (newer?.code === 'documentChanged' && newer.updatedAt) {
      onNewer({ editor: newer.editor ?? null, updatedAt: newer.updatedAt })
    }
    basis = doc?.updatedAt ?? basis

    return answer
  }
  const watching: typeof fetch = async (input, init) => {
    const asked = pathOf(input)
    if (asked === path && init?.method?.toUpperCase() === 'PATCH') {
      const turn = last.then(() => save(input, init))
      last = turn.catch(() => undefined)

      return turn
    }
    if (asked === '/api/reorder') {
      // It writes the document, too, and does not say when.
      basis = null
    }

    return before(input, init)
  }
  window.fetch = watching

  return {
    stop: () => {
      if (window.fetch === watching) {
        window.fetch = before
      }
    },
    take: (newest) => {
      basis = newest
    },
  }
}
