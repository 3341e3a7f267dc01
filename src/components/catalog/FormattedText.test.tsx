import { NextIntlClientProvider } from 'next-intl'
import { renderToStaticMarkup } from 'react-dom/server'

import { messagesOf } from '@/i18n/messages'

import { FormattedText, type FormattedContent } from './FormattedText'

const text = (words: string) => ({ type: 'text', detail: 0, format: 0, text: words, version: 1 })
const paragraph = (...children: unknown[]) => ({ type: 'paragraph', children, version: 1 })
const link = (fields: object, type = 'link') => ({
  type,
  children: [text('words')],
  fields,
  version: 3,
})

const rendered = (...children: unknown[]): string => {
  const content = { root: { type: 'root', children, direction: null } } as unknown

  return renderToStaticMarkup(
    <NextIntlClientProvider locale="en" messages={messagesOf('en')} timeZone="UTC">
      <FormattedText content={content as FormattedContent} />
    </NextIntlClientProvider>,
  )
}

describe('FormattedText', () => {
  it.each([
    ['javascript:alert(1)'],
    ['JaVaScRiPt:alert(1)'],
    [' javascript:alert(1)'],
    ['data:text/html,<script>alert(1)</script>'],
    ['//evil.example'],
    ['/\\evil.example'],
  ])('shows the words alone of a link to %s', (url) => {
    for (const type of ['link', 'autolink']) {
      const html = rendered(paragraph(link({ linkType: 'custom', url }, type)))

      expect(html).toContain('<p>words</p>')
      expect(html).not.toContain('href')
    }
  })

  it('writes markup out instead of following it', () => {
    const html = rendered(
      paragraph(text('<img src=x onerror=alert(1)>')),
      {
        type: 'block',
        fields: { id: 'a', blockType: 'codeSample', code: '<script>alert(1)</script>' },
        version: 2,
      },
      {
        type: 'block',
        fields: { id: 'b', blockType: 'embed', title: 'x', url: 'javascript:alert(1)' },
        version: 2,
      },
    )

    expect(html).not.toMatch(/<(?:img|script|iframe)/)
    expect(html).toContain('&lt;script&gt;')
  })

  it('leads to the page of a document, and nowhere without one', () => {
    const to = (relationTo: string, value: unknown) =>
      rendered(paragraph(link({ doc: { relationTo, value }, linkType: 'internal' })))

    expect(to('courses', { slug: 'light', title: 'Light' })).toContain('href="/courses/light"')
    expect(to('pages', { slug: 'home', title: 'Home' })).toContain('href="/"')
    expect(to('pages', null)).toContain('<p>words</p>')
    expect(to('orders', { slug: 'a' })).toContain('<p>words</p>')
  })

  it('keeps to three levels of headings beneath the page’s own', () => {
    const heading = (tag: string) => ({ type: 'heading', children: [text(tag)], tag, version: 1 })
    const html = rendered(heading('h1'), heading('h3'), heading('h6'))

    expect(html).toContain('<h2>h1</h2><h3>h3</h3><h4>h6</h4>')
  })

  it('aligns to the sides of the text’s own direction', () => {
    expect(rendered({ ...paragraph(text('a')), format: 'end' })).toContain('text-align:end')
  })

  it('says of each line of a list whether it is done', () => {
    const item = (checked: boolean) => ({
      type: 'listitem',
      checked,
      children: [text('pack')],
      value: 1,
      version: 1,
    })
    const html = rendered({
      type: 'list',
      children: [item(true), item(false)],
      listType: 'check',
      tag: 'ul',
      version: 1,
    })

    expect(html).toContain('Done')
    expect(html).toContain('To do')
    expect(html).not.toContain('checkbox')
  })

  it('shows a file as what it is, and nothing of one that may not be seen', () => {
    const upload = (value: unknown) => rendered({ type: 'upload', relationTo: 'media', value })
    const url = '/api/learn/media/a?file=b'

    expect(upload({ alt: 'A', height: 9, url, width: 16 })).toContain('<img')
    expect(upload({ filename: 'a.mp4', mimeType: 'video/mp4', url })).toContain('<video')
    expect(upload({ filename: 'a.mp3', mimeType: 'audio/mpeg', url })).toContain('<audio')
    expect(upload({ filename: 'a.pdf', mimeType: 'application/pdf', url })).toContain('a.pdf</bdi>')
    expect(upload(null)).toBe(rendered())
    expect(upload('b')).toBe(rendered())
  })

  it('sets columns beside one another, each as safe as the text around them', () => {
    const column = (...children: unknown[]) => ({ root: { type: 'root', children } })
    const html = rendered({
      type: 'block',
      fields: {
        id: 'c',
        blockType: 'columns',
        first: column(paragraph(text('left'))),
        second: column(paragraph(link({ linkType: 'custom', url: 'javascript:alert(1)' }))),
        third: column(),
      },
      version: 2,
    })

    expect(html).toContain('md:grid-cols-2')
    expect(html).toContain('<p>left</p>')
    expect(html).toContain('<p>words</p>')
    expect(html).not.toContain('href')
  })

  it('leaves out what it does not know, and empty lines', () => {
    expect(rendered({ type: 'strange', children: [] }, paragraph())).toBe(rendered())
  })
})
