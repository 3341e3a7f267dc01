/** Links of a letter open in a tab of their own, since the frame around it may not navigate. */
const NEW_TAB = '<base target="_blank">'

const withNewTab = (html: string): string =>
  /<head[^>]*>/.test(html)
    ? html.replace(/<head[^>]*>/, (head) => `${head}${NEW_TAB}`)
    : `${NEW_TAB}${html}`

/**
 * A mail as its reader sees it, in a frame that runs no scripts, sends no forms and shares nothing
 * with the page around it; its links may open. `title` names the frame.
 */
export const Letter = ({ html, title }: { html: string; title: string }) => (
  <iframe
    className="min-h-[70dvh] w-full rounded-card border border-line bg-surface"
    referrerPolicy="no-referrer"
    sandbox="allow-popups allow-popups-to-escape-sandbox"
    srcDoc={withNewTab(html)}
    title={title}
  />
)
