import { anchorOf, placeOfQuote, type Anchor } from '@/domain/learning/notes'

/** The text nodes of an element with where each begins in the text of all of them. */
const nodesOf = (element: Element): { node: Text; start: number }[] => {
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT)
  const nodes: { node: Text; start: number }[] = []
  let start = 0
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    nodes.push({ node: node as Text, start })
    start += node.textContent?.length ?? 0
  }

  return nodes
}

const textOf = (element: Element): string =>
  nodesOf(element)
    .map(({ node }) => node.data)
    .join('')

/** Where words that were quoted stand in an element now; null where they stand there no more. */
export const rangeOf = (element: Element, anchor: Anchor): null | Range => {
  const place = placeOfQuote(textOf(element), anchor)
  if (!place) {
    return null
  }
  const nodes = nodesOf(element)
  const at = (offset: number, isEnd: boolean) =>
    nodes.findLast(({ start }) => (isEnd ? start < offset : start <= offset))
  const [first, last] = [at(place.start, false), at(place.end, true)]
  if (!first || !last) {
    return null
  }
  const range = document.createRange()
  range.setStart(first.node, place.start - first.start)
  range.setEnd(last.node, place.end - last.start)

  return range
}

/** The anchor of what is selected in an element; null where nothing of it is. */
export const anchorIn = (element: Element, selection: null | Selection): Anchor | null => {
  if (!selection || selection.isCollapsed || selection.rangeCount === 0) {
    return null
  }
  const range = selection.getRangeAt(0)
  if (!element.contains(range.startContainer) || !element.contains(range.endContainer)) {
    return null
  }
  const lengthTo = (container: Node, offset: number): number => {
    const before = document.createRange()
    before.selectNodeContents(element)
    before.setEnd(container, offset)
    const part = before.cloneContents()

    return part.textContent.length
  }

  return anchorOf(textOf(element), {
    end: lengthTo(range.endContainer, range.endOffset),
    start: lengthTo(range.startContainer, range.startOffset),
  })
}
