import { exchangeContent } from '../exchange'

/** The path of the page. Stands in for Next's: a document never changes its own. */
export const usePathname = (): string => location.pathname

const router = {
  push: (href: string, { scroll = true }: { scroll?: boolean } = {}): void => {
    if (scroll) {
      location.assign(href)
    } else {
      void exchangeContent(href)
    }
  },
}

/** Where a document goes: another address opens another document, and only what asks to keep its place stays in this one. */
export const useRouter = () => router
