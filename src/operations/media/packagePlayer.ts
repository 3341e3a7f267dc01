import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { join } from 'node:path'

import type { ScormPackage, ScormVersion } from '@/domain/media/scorm/manifest'

const RUNTIMES: Record<ScormVersion, string> = { '1.2': 'scorm12', '2004': 'scorm2004' }

const scripts = new Map<ScormVersion, Promise<Buffer>>()

/** The runtime that a package of a version finds its API in: scorm-again's, from our own origin. */
export const runtimeScript = (version: ScormVersion): Promise<Buffer> => {
  // Resolved from the working directory, since a bundler would resolve this file's own address.
  const { resolve } = createRequire(join(process.cwd(), 'package.json'))
  const known = scripts.get(version) ?? readFile(resolve(`scorm-again/${RUNTIMES[version]}/min`))
  scripts.set(version, known)

  return known
}

/** A value inside a script, which no text in it can end. */
const inScript = (value: unknown): string => JSON.stringify(value).replace(/</g, '\\u003c')

/** What both sides of the bridge begin their messages with. */
const MARK = 'lesson-package'

/**
 * The page around a package: it holds the API that packages look for in the windows above them, opens
 * the package once the lesson's page has said where its learner left it, and tells that page, and no other,
 * whatever is committed. `origin` is where the lesson's page stands.
 */
export const playerPage = ({
  origin,
  scorm: { entry, title, version },
}: {
  origin: string
  scorm: ScormPackage
}): string => `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`)}</title>
<style>html,body,iframe{margin:0;border:0;width:100%;height:100%;display:block;overflow:hidden;background:Canvas}</style>
<script src="~runtime.js"></script>
<script>
(() => {
  const home = ${inScript(origin)}
  const isOld = ${inScript(version === '1.2')}
  const say = (kind, more) => parent.postMessage({ mark: '${MARK}', kind, ...more }, home)
  const start = (cmi) => {
    const api = isOld ? new Scorm12API({ logLevel: 5 }) : new Scorm2004API({ logLevel: 5 })
    api.loadFromJSON(cmi)
    window[isOld ? 'API' : 'API_1484_11'] = api
    let last = ''
    const tell = () => {
      const { cmi: told } = api.renderCMIToJSONObject()
      const text = JSON.stringify(told)
      if (text !== last) {
        last = text
        say('told', { cmi: JSON.parse(text) })
      }
    }
    const later = () => setTimeout(tell, 0)
    for (const event of isOld ? ['LMSCommit', 'LMSFinish'] : ['Commit', 'Terminate']) api.on(event, later)
    addEventListener('pagehide', tell)
    const frame = document.createElement('iframe')
    frame.allow = 'autoplay; fullscreen'
    frame.title = document.title
    frame.src = ${inScript(encodeURI(entry))}
    document.body.append(frame)
  }
  let isOpen = false
  addEventListener('message', ({ data, origin, source }) => {
    if (origin === home && source === parent && data?.mark === '${MARK}' && data.kind === 'open' && !isOpen) {
      isOpen = true
      start(data.cmi)
    }
  })
  addEventListener('DOMContentLoaded', () => say('ready'))
})()
</script>
<body></body>
</html>`
