/** A Lexical text node, paragraph, heading and list, as Payload's editor stores them. */
const text = (value: string) => ({
  type: 'text',
  detail: 0,
  format: 0,
  mode: 'normal',
  style: '',
  text: value,
  version: 1,
})

const block = (type: string, children: object[], more: object = {}) => ({
  type,
  children,
  direction: null,
  format: '',
  indent: 0,
  version: 1,
  ...more,
})

/** Rich text out of plain lines: `# ` begins a heading, `- ` an item of a list, anything else a paragraph. */
export const richText = (...lines: string[]) => {
  const children: object[] = []
  let items: object[] = []
  const closeList = () => {
    if (items.length > 0) {
      children.push(block('list', items, { listType: 'bullet', start: 1, tag: 'ul' }))
      items = []
    }
  }
  for (const line of lines) {
    if (line.startsWith('- ')) {
      items.push(block('listitem', [text(line.slice(2))], { value: items.length + 1 }))
    } else {
      closeList()
      children.push(
        line.startsWith('# ')
          ? block('heading', [text(line.slice(2))], { tag: 'h2' })
          : block('paragraph', [text(line)], { textFormat: 0, textStyle: '' }),
      )
    }
  }
  closeList()

  return { root: block('root', children) }
}
