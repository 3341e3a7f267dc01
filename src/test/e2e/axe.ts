import { readFileSync } from 'node:fs'

import type { Page } from 'playwright-core'

const AXE = readFileSync('node_modules/axe-core/axe.min.js', 'utf8')

type Finding = { help: string; id: string; impact: string; nodes: string[] }

/** What axe finds that keeps people from using the page, or the part of it that `within` selects: serious and critical alone. */
export const findings = async (page: Page, within?: string): Promise<Finding[]> => {
  await page.evaluate(AXE)

  return page.evaluate(async (part) => {
    const { axe } = window as unknown as {
      axe: {
        run: (
          root: Document | string,
          options: object,
        ) => Promise<{
          violations: { help: string; id: string; impact: string; nodes: { html: string }[] }[]
        }>
      }
    }
    const { violations } = await axe.run(part ?? document, { resultTypes: ['violations'] })

    return violations
      .filter(({ impact }) => impact === 'serious' || impact === 'critical')
      .map(({ id, help, impact, nodes }) => ({
        id,
        help,
        impact,
        nodes: nodes.slice(0, 5).map(({ html }) => html.slice(0, 300)),
      }))
  }, within)
}

/** Lets nothing move, so that no colour is caught halfway. */
export const STILL =
  '*, *::before, *::after { animation: none !important; transition: none !important }'
