import temml from 'temml'

/**
 * A formula as MathML, which browsers set and screen readers read without any script. The LaTeX is parsed on
 * the server; commands that name addresses, classes or styles are not trusted, and everything else is escaped.
 */
export const Formula = ({ isInline = false, latex }: { isInline?: boolean; latex: string }) => {
  const markup = {
    __html: temml.renderToString(latex, {
      displayMode: !isInline,
      maxExpand: 200,
      throwOnError: false,
      trust: false,
    }),
  }

  return isInline ? (
    <span dangerouslySetInnerHTML={markup} dir="ltr" />
  ) : (
    <div
      className="overflow-x-auto py-2 text-center text-lg"
      dangerouslySetInnerHTML={markup}
      dir="ltr"
    />
  )
}
