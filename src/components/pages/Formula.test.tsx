import { renderToStaticMarkup } from 'react-dom/server'

import { Formula } from './Formula'

const markup = (latex: string, isInline = false): string =>
  renderToStaticMarkup(<Formula isInline={isInline} latex={latex} />)

describe('a formula', () => {
  it('is MathML, on a line of its own or within one', () => {
    expect(markup('\\frac{a}{b}')).toMatch(/<div[^>]*><math[^>]*display="block"[^]*<mfrac>/)
    expect(markup('x^2', true)).toMatch(/<span[^>]*><math[^]*<msup>/)
  })

  it.each([
    '<script>alert(1)</script>',
    '\\href{javascript:alert(1)}{x}',
    '\\url{javascript:alert(1)}',
    '\\includegraphics{https://evil.test/a.png}',
    '\\class{x}{y}',
    '\\id{x}{y}',
    '\\style{background:url(https://evil.test)}{x}',
    '\\data{x=y}{z}',
    '\\text{<img src=x onerror=alert(1)>}',
    '\\unknown{" onload="alert(1)}',
    '\\frac{',
    '\\def\\a{\\a\\a}\\a',
  ])('is never more than that: %s', (latex) => {
    const made = markup(latex)
    expect(made).not.toMatch(/<(?:a|script|img|iframe|svg|style|link)\b/i)
    expect(made).not.toMatch(/<[^>]*\s(?:href|src|on\w+)=/i)
    expect(made).not.toMatch(/<[^>]*url\(/i)
  })
})
